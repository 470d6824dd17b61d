/* A programme as an invitation for a calendar (iCalendar, RFC 5545) and as a mail. */

import { clockTime, dayInWords, inWords, noteLines, when } from "./basket-programme.js";

/** The most characters that programs take from a `mailto:` link. */
const MAIL = 2000;

// Since 1996 clocks in the European Union change on the last Sunday of March and October.
const AMSTERDAM = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Amsterdam",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** Give a programme as lines of plain text. */
export function outline(basket, plan) {
  const lines = plan.rows.map((row) => {
    const title = `${when(row, plan.hasStart)}  ${row.title} (${inWords(row.minutes)})`;
    return [title, ...noteLines(row.item)].join("\n   ");
  });
  const facts = [basket.date && dayInWords(basket.date), `samen ${inWords(plan.total)}`];
  return [facts.filter(Boolean).join(", "), "", ...lines].join("\n");
}

/** Give an invitation of one event that lasts as long as the programme.

    Its date and start must be chosen. The same day, start and title give the same UID, so that a
    calendar replaces an earlier version. `now` is the moment at which it is made. */
export function invitation(basket, plan, link, now = new Date()) {
  const title = basket.title || "Programma uit de Goodiebag";
  const begin = moment(basket.date, plan.start);
  const text = `${outline(basket, plan)}\n\nHet hele programma met uitleg: ${link}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Goodiebag//Mijn goodiebag//NL",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...AMSTERDAM,
    "BEGIN:VEVENT",
    `UID:${begin}-${hash(title)}@${new URL(link).hostname}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;TZID=Europe/Amsterdam:${begin}`,
    `DTEND;TZID=Europe/Amsterdam:${moment(basket.date, plan.end)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${link}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** Give a mail as `{href, complete}`; `complete` is false where the link did not fit. */
export function mail(basket, plan, link) {
  const title = basket.title || "Een programma uit de Goodiebag";
  const address = (body) =>
    `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const text = outline(basket, plan);
  const lines = text.split("\n");
  const whole = address(`${text}\n\nBekijk het hele programma met uitleg:\n${link}\n`);
  if (whole.length <= MAIL) return { href: whole, complete: true };
  while (address(lines.join("\n")).length > MAIL) lines.pop();
  return { href: address(lines.join("\n")), complete: false };
}

/** Minutes after midnight of a day, as local time: `20261121T093000`; past midnight it is the next. */
function moment(date, minutes) {
  const at = new Date(`${date}T00:00Z`);
  at.setUTCMinutes(minutes);
  return at.toISOString().replace(/[-:]|\.\d+Z/g, "");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line in pieces of at most 75 octets, none of which ends inside a character. */
function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [];
  let piece = "";
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    // After the first, a piece begins with a space, which counts too.
    if (size + octets > 75) {
      pieces.push(piece);
      piece = "";
      size = 1;
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece].join("\r\n ");
}

/** A short name of a text (FNV-1a of 32 bits): the same text always has the same. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ octet, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}
