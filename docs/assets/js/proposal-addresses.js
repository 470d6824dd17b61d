/* The addresses at which a proposal leaves: a new file on GitHub or Forgejo, the file that there is,
   and a mail. Nothing of ours receives anything. */

/** A longer address is refused: GitHub answers 414 from about 8,000, and some programs cut it sooner. */
export const LONGEST = 6000;
/** Programs for mail on Windows cut a longer one. */
const LONGEST_MAIL = 1900;

/** Give where the file of a new piece can be made: `{href, isWhole}`; `isWhole` if the text is in it. */
export function newFile(host, { address, branch }, path, text) {
  const at = path.lastIndexOf("/");
  const [folder, file] = [path.slice(0, at), path.slice(at + 1)];
  const [base, name] =
    host === "github"
      ? [`${address}/new/${encode(branch)}`, path]
      : [`${address}/_new/${encode(branch)}/${encode(folder)}`, file];
  const bare = `${base}?filename=${encodeURIComponent(name)}`;
  const full = `${bare}&value=${encodeURIComponent(text)}`;
  return full.length <= LONGEST ? { href: full, isWhole: true } : { href: bare, isWhole: false };
}

/** Give where the file that there is can be changed. */
export function existingFile(host, { address, branch }, path) {
  return `${address}/${host === "github" ? "edit" : "_edit"}/${encode(branch)}/${encode(path)}`;
}

/** Give a mail with the text in it: `{href, isWhole}`; a long text has to go along as a file. */
export function mail(to, { title, path, text, isNew }) {
  const subject = `${isNew ? "Voorstel" : "Wijziging"} voor de goodiebag: ${title}`;
  const lead = `Hallo,\n\n${isNew ? "Dit stel ik voor voor" : "Dit wil ik wijzigen in"} de goodiebag. Het bestand hoort hier: ${path}\n\n`;
  const write = (body) => `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const full = write(`${lead}# ${path}\n${text}`);
  if (full.length <= LONGEST_MAIL) return { href: full, isWhole: true };
  const file = path.split("/").at(-1);
  return { href: write(`${lead}De tekst was te lang voor deze mail. Ik stuur het bestand ${file} mee als bijlage.\n`), isWhole: false };
}

/** Each part of a way in an address; the strokes between them stay. */
function encode(way) {
  return way.split("/").map(encodeURIComponent).join("/");
}
