/* The ways in which a goodiebag leaves: a link, paper, cards, a Markdown file, an invitation, a mail,
   and the facilitator's view. */

import { button, element } from "./dom.js";
import { codeOf } from "./basket-code.js";
import { invitation, mail } from "./basket-calendar.js";
import { LONG, TOO_LONG } from "./basket-link.js";
import { markdown } from "./basket-markdown.js";

/** Give the part of the page with these ways.

    Args:
      current: gives `{basket, plan, link}` as they are now.
      say: tells the visitor what happened.
      askDate: brings the visitor to the field for the day, where there is one. */
export function exportsOf({ current, say, askDate }) {
  const address = element("input", { type: "text", readOnly: true, id: "bag-link", hidden: true });
  address.setAttribute("aria-label", "De link naar dit programma");

  async function copy() {
    const { link } = current();
    if (link.length > TOO_LONG) {
      return say(
        `Er staat te veel in voor een link: ${link.length} tekens, en er passen er ${TOO_LONG}. Maak notities korter, of deel het Markdownbestand.`,
      );
    }
    const warning =
      link.length > LONG
        ? ` Hij is lang (${link.length} tekens): kijk of hij heel aankomt. Sommige programma’s knippen een lange link af.`
        : "";
    try {
      await navigator.clipboard.writeText(link);
      say(`De link is gekopieerd.${warning}`);
    } catch {
      address.value = link;
      address.hidden = false;
      address.focus();
      address.select();
      say(`Kopiëren lukt niet in deze browser. De link staat in het veld: kopieer hem daar.${warning}`);
    }
  }

  function calendar() {
    const { basket, plan, link } = current();
    if (!basket.date || !plan.hasStart) {
      say(
        document.getElementById("bag-datum")
          ? "Kies eerst een datum en een begintijd. Dan past het in een agenda."
          : "Dit programma heeft geen datum of begintijd. Neem het over en kies die zelf.",
      );
      return askDate();
    }
    save(invitation(basket, plan, link), "text/calendar", `${fileName(basket)}.ics`);
    say("De uitnodiging is gedownload. Open het bestand, dan komt het in je agenda.");
  }

  function write() {
    const { basket, plan, link } = current();
    save(markdown(basket, plan, link), "text/markdown", `${fileName(basket)}.md`);
    say("Het Markdownbestand is gedownload.");
  }

  const send = element("a", { className: "button button--quiet", href: "mailto:" }, "Mail");
  send.addEventListener("click", () => {
    const { basket, plan, link } = current();
    const { href, complete } = mail(basket, plan, link);
    send.href = href; // The browser follows it after this.
    say(
      complete
        ? "Je mailprogramma opent met je programma erin."
        : "Je mailprogramma opent. De link paste er niet bij: kopieer die zelf, of stuur het Markdownbestand mee.",
    );
  });

  async function facilitate() {
    const { basket, plan } = current();
    const view = await import("./facilitate.js");
    view.open(basket, plan);
  }

  async function cards(event) {
    const { plan } = current();
    if (!plan.rows.some((row) => row.record)) return say("Er zit geen stuk in om een kaart van te maken.");
    const place = event.target.closest("[data-basket]");
    const { printCards } = await import("./basket-cards.js");
    return printCards(plan, place, codeOf);
  }

  return element(
    "section",
    { className: "leave", attributes: { "aria-labelledby": "meenemen" } },
    element("h2", { id: "meenemen" }, "Gebruik het"),
    element(
      "div",
      { className: "leave__lead" },
      button("Begeleid stap voor stap", facilitate, { className: "button" }),
      element("p", {}, "Op het hele scherm, met een klok per stap. Ook zonder internet."),
    ),
    element(
      "div",
      { className: "bag-buttons" },
      button("Kopieer de link", copy),
      button("Print", () => print()),
      button("Druk kaarten af", cards),
      button("Zet in je agenda (.ics)", calendar),
      send,
      button("Download als Markdown", write),
    ),
    address,
  );
}

/** A name for a file, from the name of the programme: lower case, without accents. */
function fileName(basket) {
  const plain = basket.title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "mijn-goodiebag";
}

function save(text, type, name) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
