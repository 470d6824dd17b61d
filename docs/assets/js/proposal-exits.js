/* The ways in which a proposal leaves the form. What is not set in mkdocs.yml is not shown. */

import { button, element } from "./dom.js";
import { existingFile, mail, newFile } from "./proposal-addresses.js";

const HOSTS = { github: "GitHub", forgejo: "Forgejo" };

/** Give the part of the page with the ways out.

    Args:
      settings: addresses of repositories (`github`, `forgejo`), `branch`, `mail`, and `edit`.
      current: gives `{text, path, title, isNew, isWhole}` as they are now.
      say: tells the visitor what happened. */
export function exits({ settings, current, say, level }) {
  const heading = element(`h${level}`, { id: "versturen", tabIndex: -1 }, "Verstuur je voorstel");
  const place = element("div", { className: "exits__ways" });
  const made = element("section", { className: "exits", hidden: true, attributes: { "aria-labelledby": "versturen" } }, heading, place);

  async function copy(text = current().text) {
    try {
      await navigator.clipboard.writeText(text);
      say("De tekst is gekopieerd.");
      return true;
    } catch {
      say("Kopiëren lukt niet in deze browser. Open “Het bestand” hieronder, selecteer de tekst en kopieer die zelf.");
      return false;
    }
  }

  function download() {
    const { path } = current();
    const name = path.split("/").at(-1);
    const href = URL.createObjectURL(new Blob([placed(current())], { type: "text/yaml;charset=utf-8" }));
    element("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    say(`Het bestand ${name} is gedownload.`);
  }

  function draw() {
    const now = current();
    place.replaceChildren(
      ...Object.keys(HOSTS)
        .filter((host) => settings[host])
        .map((host) => onHost(host, now, { settings, copy })),
      ...otherEdit(now, { settings, copy }),
      settings.mail ? byMail(now, { settings, say, download }) : "",
      way(
        settings.mail ? "Bewaar het zelf" : "Stuur het bestand",
        settings.mail
          ? "Download het bestand of kopieer de tekst, bijvoorbeeld om een collega te laten meelezen."
          : "Download het bestand en stuur het als bijlage naar degene die de goodiebag bijhoudt.",
        element(
          "p",
          { className: "bag-buttons" },
          button("Download het bestand", download, { className: settings.mail ? "button button--quiet" : "button" }),
          button("Kopieer de tekst", () => copy(placed(current()))),
        ),
      ),
    );
  }

  return {
    made,
    /** Make the ways again for what is filled in now. */
    update() {
      if (!made.hidden) draw();
    },
    show() {
      made.hidden = false;
      draw();
      heading.focus({ preventScroll: true });
      made.scrollIntoView({ block: "start", behavior: "instant" });
    },
    hide() {
      made.hidden = true;
    },
  };
}

/** The text with a line that says where it belongs: who puts it in its place needs to ask nothing. */
function placed({ text, path }) {
  return `# ${path}\n${text}`;
}

function way(title, words, ...inside) {
  return element("div", { className: "way" }, element("h3", {}, title), element("p", {}, ...[words].flat()), ...inside);
}

/** A link that opens beside the form, so that the form stays. */
function outside(href, words) {
  const more = element("span", { className: "vh" }, " (opent in een nieuw tabblad)");
  return element("a", { href, target: "_blank", rel: "noopener", className: "button" }, words, more);
}

/** What to press there; the words on those buttons are English. */
function press() {
  const english = (words) => element("span", { lang: "en" }, words);
  return ["Kies “", english("Commit changes"), "” en dan “", english("Propose changes"), "”."];
}

function onHost(host, now, { settings, copy }) {
  const at = { address: settings[host], branch: settings.branch };
  const name = HOSTS[host];
  const account = `Je hebt er een account op ${name} voor nodig. Er verandert niets op de site tot iemand je voorstel goedkeurt.`;
  if (!now.isNew) return pasted(`Zet je wijziging op ${name}`, existingFile(host, at, now.path), account, { name, copy, isNew: false });
  const { href, isWhole } = newFile(host, at, now.path, now.text);
  if (!isWhole) return pasted(`Zet je voorstel op ${name}`, href, account, { name, copy, isNew: true });
  return way(
    `Zet je voorstel op ${name}`,
    ["Het bestand staat er al ingevuld klaar. ", ...press(), ` ${account}`],
    element("p", {}, outside(href, `Open je voorstel op ${name}`)),
  );
}

/** For a text that does not fit in an address: it is copied, and pasted there. */
function pasted(title, href, account, { name, copy, isNew }) {
  const link = outside(href, isNew ? `Kopieer de tekst en open ${name}` : `Kopieer de tekst en open het bestand`);
  link.addEventListener("click", () => copy()); // The browser follows the link after this.
  const steps = isNew
    ? ["De knop kopieert je tekst en opent een leeg bestand met de goede naam.", "Klik in het grote vak en plak: Ctrl+V, of Cmd+V op een Mac."]
    : ["De knop kopieert je tekst en opent het bestand zoals het nu is.", "Klik in het grote vak en selecteer alles: Ctrl+A, of Cmd+A op een Mac. Plak daarna: Ctrl+V of Cmd+V."];
  return way(
    title,
    isNew ? `Je tekst is te lang om in een adres mee te geven. Daarom plak je hem zelf. ${account}` : account,
    element("ol", {}, steps.map((step) => element("li", {}, step)), element("li", {}, ...press())),
    element("p", {}, link),
  );
}

/** Where the file can be changed on another host than these, if that is set. */
function otherEdit(now, { settings, copy }) {
  if (now.isNew || !settings.edit || settings.github || settings.forgejo) return [];
  const href = settings.edit.replace("{path}", now.path);
  return [pasted("Zet je wijziging bij de bestanden", href, "Je hebt er een account voor nodig.", { copy, isNew: false })];
}

function byMail(now, { settings, say, download }) {
  const { href, isWhole } = mail(settings.mail, now);
  const link = element("a", { href, className: "button" }, "Mail je voorstel");
  link.addEventListener("click", () => {
    if (isWhole) return say("Je mailprogramma opent met je voorstel erin.");
    download();
    return say("Je mailprogramma opent. Het bestand is gedownload: voeg het toe als bijlage.");
  });
  return way(
    "Mail het",
    isWhole
      ? `Je mailprogramma opent met je voorstel erin, aan ${settings.mail}. Meer hoef je niet te doen.`
      : `Je tekst is te lang voor een mail. De knop downloadt het bestand en opent je mailprogramma: voeg het bestand toe als bijlage. Adres: ${settings.mail}.`,
    element("p", {}, link),
  );
}
