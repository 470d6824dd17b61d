/* What stands beside the form: the page as it will look, and the file. Both follow what is typed. */

import { button, element } from "./dom.js";

/** Give the page as it will look, and the file, each with `update`. */
export function beside({ level, say }) {
  const page = element("div", { className: "preview__page" });
  const preview = element(
    "section",
    { className: "preview", attributes: { "aria-labelledby": "voorbeeld-kop" } },
    element(`h${level}`, { id: "voorbeeld-kop", className: "preview__title" }, "Zo komt het eruit te zien"),
    page,
  );
  const code = element("code");
  const text = element("pre", { id: "voorstel-yaml", tabIndex: 0, attributes: { role: "region", "aria-label": "De tekst van het bestand" } }, code);
  const name = element("code", { className: "file__name" });
  const notes = element("div", { className: "file__notes" });
  const copy = button("Kopieer de tekst", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      say("De tekst is gekopieerd.");
    } catch {
      say("Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer die zelf.");
    }
  });
  const file = element(
    "details",
    { className: "file" },
    element("summary", {}, "Het bestand"),
    element("p", { className: "file__where" }, "Zo wordt je stuk bewaard, als ", name, ". Je hoeft hier niets mee te doen."),
    notes,
    text,
    element("p", {}, copy),
  );
  return {
    preview,
    file,
    /** Show a page and a file; `lost` says what of an older file could not be kept. */
    show(node, { path, text: written, lost }) {
      const top = page.scrollTop;
      page.replaceChildren(node);
      page.scrollTop = top;
      name.textContent = path;
      code.textContent = written;
      notes.replaceChildren(...lost.map((words) => element("p", {}, words)));
    },
  };
}
