/* What the site knows of the entries in a goodiebag: a small file each, made with the site. */

export const ROOT = new URL("../../", import.meta.url);

const asked = new Map();

/** Where the file about an entry is. */
export function address(id) {
  return new URL(`data/stuk/${id}.json`, ROOT).href;
}

/** Look up entries by id; the answer tells about every id.

    `records` maps each id to what is known; `renamed` lists `{id, to}`; `unknown` lists the ids that
    the site does not know; `failed` lists those that could not be asked for now. */
export async function lookUp(ids) {
  const found = { records: new Map(), renamed: [], unknown: [], failed: [] };
  const answers = await Promise.all(ids.map(async (id) => [id, await followed(id)]));
  for (const [id, answer] of answers) {
    if (answer === "unknown" || answer === "failed") found[answer].push(id);
    else found.records.set(id, answer);
    if (answer.id && answer.id !== id) found.renamed.push({ id, to: answer.id });
  }
  return found;
}

/** Give the record of an entry, also where it has another name now. */
async function followed(id) {
  const answer = await once(id);
  return answer.moved_to ? once(answer.moved_to) : answer;
}

function once(id) {
  if (!asked.has(id)) {
    asked.set(
      id,
      ask(id).then((answer) => {
        if (answer === "failed") asked.delete(id); // Next time may be better.
        return answer;
      }),
    );
  }
  return asked.get(id);
}

async function ask(id) {
  try {
    const response = await fetch(address(id));
    if (response.status === 404 || response.status === 410) return "unknown";
    return response.ok ? await response.json() : "failed";
  } catch {
    return "failed"; // No connection, or an answer that is no record.
  }
}

/** Give the nodes of a text in a record, with links and images that lead from any page.

    The text is HTML made from Markdown without raw HTML: by our own build, or by proposal-prose.js of
    what the visitor types, with the same rules. So no one can put an element in it. A document that DOMParser makes runs no
    scripts and fetches nothing, and the policy of the site allows no inline code besides. */
export function nodes(html, record) {
  const page = new URL(record.page, ROOT);
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const link of body.querySelectorAll("a[href]")) {
    const { origin, href, pathname, search, hash } = new URL(link.getAttribute("href"), page);
    // Paper tells the address of another site in full, as of every page.
    link.setAttribute("href", origin === page.origin ? pathname + search + hash : href);
  }
  for (const image of body.querySelectorAll("img[src]")) {
    image.src = new URL(image.getAttribute("src"), page).href;
  }
  for (const table of body.querySelectorAll("table")) scrolling(table);
  for (const code of body.querySelectorAll("pre")) code.tabIndex = 0;
  return [...body.childNodes].map((node) => document.adoptNode(node));
}

/** Let a table that is wider than its place scroll, also by keyboard, as pages do. */
function scrolling(table) {
  const box = table.ownerDocument.createElement("div");
  box.className = "scroll";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "Tabel");
  table.replaceWith(box);
  box.append(table);
}
