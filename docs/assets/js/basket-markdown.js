/* A programme as Markdown, with the full instructions. */

import { nodes, ROOT } from "./basket-records.js";
import { clockTime, dayInWords, groupInWords, inWords, listed, noteLines, when } from "./basket-programme.js";
import { sections } from "./basket-sections.js";

/** Give a goodiebag as a Markdown file (CommonMark, with tables as GitHub has them). */
export function markdown(basket, plan, link) {
  const title = basket.title || "Mijn goodiebag";
  const lines = [`# ${plain(title)}`, ""];
  const facts = [
    basket.date && dayInWords(basket.date),
    plan.hasStart && `${clockTime(plan.start)} – ${clockTime(plan.end)}`,
    `samen ${inWords(plan.total)}`,
  ];
  lines.push(`${facts.filter(Boolean).join(", ")}.`, "", "## Programma", "");
  lines.push("| Tijd | Onderdeel | Duur |", "| --- | --- | --- |");
  for (const row of plan.rows) {
    const words = noteLines(row.item).map(noted).join("<br>"); // A cell ends a line no other way.
    const note = words && ` (${words})`;
    lines.push(
      `| ${when(row, plan.hasStart)} | ${plain(row.title)}${note} | ${inWords(row.minutes)} |`,
    );
  }
  for (const row of plan.rows) if (!row.isBreak) lines.push("", ...about(row));
  lines.push("", "---", "", `Gemaakt met de Goodiebag: <${link}>`, "");
  return lines.join("\n");
}

function about(row) {
  const { record } = row;
  const lines = [`## ${plain(row.title)}`, "", plain(record.summary), ""];
  const facts = [
    ["Tijd in dit programma", inWords(row.minutes)],
    ["Voorbereiding", record.preparation && inWords(record.preparation)],
    ["Groep", record.group && groupInWords(record.group)],
    ["Nodig", listed(record.materials)],
  ];
  for (const [label, value] of facts) if (value) lines.push(`- **${label}:** ${plain(value)}`);
  const note = noteLines(row.item).map(noted).join("  \n  ");
  if (note) lines.push(`- **Je eigen notitie:** ${note}`);
  for (const section of sections(record)) {
    lines.push("", `### ${section.title}`, "");
    if (section.html) lines.push(block(nodes(section.html, record)));
    for (const [at, step] of (section.steps ?? []).entries()) {
      const time = step.minutes ? ` (${inWords(step.minutes)})` : "";
      lines.push(`${at + 1}. **${plain(step.title)}**${time}`);
      if (step.html) lines.push("", indented(block(nodes(step.html, record)), 3), "");
    }
    for (const item of section.list ?? []) lines.push(`- ${inline(nodes(item, record))}`);
    for (const part of section.parts ?? []) {
      lines.push(`**${plain(part.title)}**`, "", block(nodes(part.html, record)), "");
    }
  }
  lines.push("", `Alles hierover: <${new URL(record.page, ROOT).href}>`);
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").split("\n");
}

/** Text in which nothing is taken for Markdown. */
function plain(text) {
  return text
    .replace(/[\\`*_[\]<>#|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/^(\d+)(?=[.)])|^(?=[-+]\s)/, "$1\\");
}

/** A line of a note, which may also begin as a rule, a heading or a fence. */
function noted(line) {
  return plain(line).replace(/^(?=[-=~])/, "\\");
}

function indented(text, by) {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}

/** Nodes as blocks of Markdown. */
function block(children) {
  const blocks = [];
  let words = [];
  const close = () => {
    const text = inline(words).trim();
    if (text) blocks.push(text);
    words = [];
  };
  for (const node of children) {
    const made = node.nodeType === Node.ELEMENT_NODE ? blockOf(node) : null;
    if (made === null) words.push(node);
    else {
      close();
      blocks.push(made);
    }
  }
  close();
  return blocks.join("\n\n");
}

/** An element as a block; null where it stands inside a line. */
function blockOf(node) {
  const inside = [...node.childNodes];
  switch (node.localName) {
    case "p":
      return inline(inside).trim();
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return `${"#".repeat(Math.min(Number(node.localName[1]) + 2, 6))} ${inline(inside).trim()}`;
    case "ul":
    case "ol":
      return items(node);
    case "blockquote":
      return block(inside).replace(/^/gm, "> ");
    case "pre":
      return `\`\`\`\n${node.textContent.replace(/\n$/, "")}\n\`\`\``;
    case "hr":
      return "---";
    case "div":
      return block(inside);
    case "table":
      return table(node);
    default:
      return null;
  }
}

function items(list) {
  const first = list.start ?? 1;
  return [...list.children]
    .map((item, at) => {
      const mark = list.localName === "ol" ? `${first + at}. ` : "- ";
      return mark + indented(block([...item.childNodes]), mark.length).trimStart();
    })
    .join("\n");
}

function table(node) {
  const rows = [...node.rows].map(
    (row) => `| ${[...row.cells].map((one) => inline([...one.childNodes]).trim()).join(" | ")} |`,
  );
  const rule = `|${" --- |".repeat(node.rows[0]?.cells.length ?? 0)}`;
  return [rows[0], rule, ...rows.slice(1)].join("\n");
}

/** Nodes as a piece of a line. */
function inline(children) {
  return children.map(inlineOf).join("");
}

function inlineOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return plain(node.data.replace(/\s+/g, " "));
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const words = inline([...node.childNodes]);
  if (node.localName === "strong") return `**${words}**`;
  if (node.localName === "em") return `*${words}*`;
  if (node.localName === "code") return `\`\` ${node.textContent} \`\``.replace(/^`` ([^`]*) ``$/, "`$1`");
  if (node.localName === "a") return `[${words}](<${node.href}>)`;
  if (node.localName === "img") return `![${plain(node.alt)}](<${node.src}>)`;
  if (node.localName === "br") return "  \n";
  return words;
}
