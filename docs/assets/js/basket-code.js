/* The QR code of an entry, drawn of the dots that its record has. */

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // Light dots around a code, which scanners need (ISO/IEC 18004).

/** Give the code that leads to the page of an entry, as an SVG with a name.

    A record that was kept to lead offline may be older than the codes: then there is none. */
export function codeOf({ qr, title }) {
  if (!qr) return null;
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const side = qr.size + 2 * QUIET;
  drawing.setAttribute("class", "code");
  drawing.setAttribute("viewBox", `${-QUIET} ${-QUIET - 0.5} ${side} ${side}`);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", `QR-code met het adres van “${title}”`);
  path.setAttribute("d", qr.path);
  drawing.append(path);
  return drawing;
}
