/* The instructions of an entry in the order of its page, for paper and for Markdown. */

/** Give the parts of a record that it has: each a `title` and its `html`, `steps`, `list` or `parts`. */
export function sections(record) {
  const about = { study: "Wat eruit komt", background: "De kern" };
  return [
    { title: "Wat het oplevert", html: record.goal },
    { title: "Waar het over gaat", html: record.body },
    { title: "Wanneer wel", html: record.when_to_use },
    { title: "Wanneer niet", html: record.when_not },
    { title: "Zo doe je het", steps: record.steps },
    { title: "Oogst en vervolg", html: record.harvest },
    { title: "Tips", list: record.tips },
    { title: "Valkuilen", list: record.pitfalls },
    { title: "Anders aanpakken", parts: record.variations },
    { title: "Om mee te nemen", list: record.takeaways },
    { title: about[record.kind] ?? "Wat eruit komt", list: record.findings },
  ].filter(({ html, steps, list, parts }) => html || steps || list || parts);
}
