/* What a page gains with a script: copying, listening with ease, search and a goodiebag. Nothing on a page
   needs it; every control that only works with a script is `hidden` until it is set up here. */

import "./basket.js";
import { element } from "./dom.js";

const SHORTCUT = "goodiebag-sneltoets";

setUpMenu();
document.querySelectorAll("[data-copy]").forEach(setUpCopy);
document.querySelectorAll("[data-shortcut-toggle]").forEach(setUpShortcutToggle);
document.querySelectorAll("[data-search-open]").forEach(setUpSearchButton);
document.querySelectorAll("[data-search-inline]").forEach(setUpInlineSearch);
document.querySelectorAll("[data-catalogue]").forEach(setUpCatalogue);
document.addEventListener("keydown", openByKey);
if (document.querySelector("[data-episode], [data-forget-all]")) import("./player.js");
if (document.querySelector("[data-finder]")) import("./finder.js");
if (document.querySelector("[data-basket]")) import("./basket-page.js");
if (document.querySelector("[data-proposal]")) import("./proposal.js");
if (document.querySelector("[data-forget-everything]")) import("./forget.js");

/** The browser opens and closes the menu; this tells older assistive technology about it. */
function setUpMenu() {
  const menu = document.getElementById("menu");
  const button = document.querySelector("[popovertarget=menu]");
  if (!menu || !button || !("popover" in menu)) return;
  button.setAttribute("aria-expanded", "false");
  menu.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
  });
}

/** A button that copies the field or example with the id in `data-copy`. */
function setUpCopy(button) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) return;
  const status = button.closest(".copy")?.querySelector("[data-copy-status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    let said = "Gekopieerd.";
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
    } catch {
      said = "Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer die zelf.";
    }
    if (status) status.textContent = said;
  });
}

/** Whether `/` opens search here. It does, until someone switches it off (WCAG 2.1.4). */
function shortcutIsOn() {
  try {
    return localStorage.getItem(SHORTCUT) !== "uit";
  } catch {
    return true;
  }
}

/** The switch on the page about accessibility. Nothing is stored before it is used. */
function setUpShortcutToggle(button) {
  const show = () => {
    button.textContent = shortcutIsOn() ? "Zet de sneltoets / uit" : "Zet de sneltoets / aan";
  };
  show();
  button.hidden = false;
  button.addEventListener("click", () => {
    try {
      if (shortcutIsOn()) localStorage.setItem(SHORTCUT, "uit");
      else localStorage.removeItem(SHORTCUT);
    } catch {
      /* Storage is closed in this browser: the shortcut stays as it is. */
    }
    show();
  });
}

/** The link to the catalogue becomes a button that opens search. */
function setUpSearchButton(link) {
  const button = element(
    "button",
    { type: "button", className: link.className, attributes: { "aria-haspopup": "dialog" } },
    ...link.childNodes,
  );
  link.replaceWith(button);
  button.addEventListener("click", openSearch);
}

function openByKey(event) {
  if (event.defaultPrevented || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const isSearchKey = control && event.key.toLowerCase() === "k";
  const isSlash = !control && event.key === "/" && !isWriting(event.target) && shortcutIsOn();
  if (!isSearchKey && !isSlash) return;
  event.preventDefault();
  openSearch();
}

/** Search is fetched when someone opens it: most visits go by without.

    Who presses `/` types on at once; what comes before there is a field goes into it afterwards. */
async function openSearch() {
  let early = "";
  const keep = (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    early += event.key;
  };
  addEventListener("keydown", keep, true);
  const search = await import("./search.js").finally(() => {
    removeEventListener("keydown", keep, true);
  });
  search.open(early);
}

function isWriting(target) {
  return target.isContentEditable || target.matches?.("input, textarea, select");
}

async function setUpInlineSearch(place) {
  const search = await import("./search.js");
  place.append(search.form());
}

async function setUpCatalogue(root) {
  const catalogue = await import("./catalogue.js");
  catalogue.setUp(root);
}
