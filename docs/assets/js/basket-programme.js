/* A goodiebag as a programme: how long everything takes and when it begins. Nothing here touches a
   page, storage or the network. */

const GUESS = 30; // Minutes for an entry that does not say how long it takes.
const GUESS_LISTENING = 10;
const BREAK = "Pauze";
const NEAR = 180; // Minutes around a programme without a day in which it may be the real one.
const NARROW = "\u00a0";

/** Give the rows of a programme, its total in minutes and its start and end in minutes of the day.

    A row is `{item, record, isBreak, title, minutes, guessed, start, end, short}`. `start` and `end`
    are minutes after the programme begins, plus its start where that is chosen. `guessed` tells that
    nobody said how long it takes; `short` that it got less than the steps ask.

    Args:
      basket: a goodiebag as `basket.js` has it.
      records: the records by id; an item without one is left out. */
export function programme(basket, records) {
  const begin = basket.start ? minutesOf(basket.start) : 0;
  let at = begin;
  const rows = [];
  for (const item of basket.items) {
    const record = item.id ? records.get(item.id) : undefined;
    if (item.id && !record) continue;
    const minutes = item.minutes ?? usual(record);
    const start = at;
    at += minutes;
    rows.push({
      item,
      record,
      isBreak: !record,
      title: record ? record.title : BREAK,
      minutes,
      guessed: Boolean(record) && item.minutes === null && !record.minutes,
      short: minutes < asked(record),
      start,
      end: at,
    });
  }
  return { rows, total: at - begin, start: begin, end: at, hasStart: Boolean(basket.start) };
}

/** Whether the times of a programme may be meant for `now`, and this is no rehearsal.

    With a day they are until that day, or a programme that runs past it, is over; without one, from
    three hours before its start until three hours after its end. */
export function isOn(basket, plan, now) {
  if (!plan.hasStart) return false;
  if (basket.date) {
    const passed = (now - new Date(`${basket.date}T00:00`)) / 60_000;
    return passed >= 0 && (passed < 1440 || (plan.end > 1440 && passed <= plan.end + NEAR));
  }
  const minutes = now.getHours() * 60 + now.getMinutes();
  // Past midnight it may be the night after.
  return [minutes, minutes + 1440].some((at) => at >= plan.start - NEAR && at <= plan.end + NEAR);
}

/** How long an entry takes when nobody says otherwise: the most that it says, so that it fits. */
export function usual(record) {
  if (!record) return 15;
  if (record.minutes) return record.minutes.max;
  return asked(record) || (record.kind === "podcast" ? GUESS_LISTENING : GUESS);
}

/** Give the steps of a row, `{title, minutes, html}`, whose minutes fill its time.

    Steps that say how long they take keep that; the others share what is left. Where there is too
    little, all become shorter in proportion. What no step uses stays over. */
export function steps(row) {
  const { record, minutes } = row;
  const said = record?.steps ?? [];
  if (!said.length) return [{ title: row.title, minutes, html: record?.goal ?? "", whole: true }];
  const open = said.filter((step) => !step.minutes).length;
  const sum = asked(record);
  const share = open ? Math.max((minutes - sum) / open, 1) : 0;
  const wanted = said.map((step) => step.minutes ?? share);
  const all = wanted.reduce((total, one) => total + one, 0);
  const factor = all > minutes ? minutes / all : 1;
  return said.map((step, at) => ({ ...step, minutes: Math.round(wanted[at] * factor * 60) / 60 }));
}

/** The minutes that the steps of an entry say together. */
function asked(record) {
  return (record?.steps ?? []).reduce((sum, step) => sum + (step.minutes ?? 0), 0);
}

/** Minutes since midnight of a time as a field has it, `09:30`. */
export function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** A moment in minutes as people write it, `9.30`; after midnight the clock begins again. */
export function clockTime(minutes) {
  const inDay = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${Math.floor(inDay / 60)}.${String(inDay % 60).padStart(2, "0")}`;
}

/** When a row begins and ends, `9.30 – 10.00`, or after how many minutes where no start is chosen. */
export function when(row, hasStart) {
  if (!hasStart) return `${row.start} – ${row.end}${NARROW}min`;
  return `${clockTime(row.start)} – ${clockTime(row.end)}`;
}

/** A number of minutes in words, as the pages of the site write it: `45 minuten`, `1,5 uur`. */
export function inWords(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes >= 60 && minutes % 30 === 0) return `${hours}${rest ? ",5" : ""}${NARROW}uur`;
  if (minutes < 120) return `${minutes}${NARROW}${minutes === 1 ? "minuut" : "minuten"}`;
  return `${hours}${NARROW}uur en ${inWords(rest)}`;
}

/** A range of minutes in words: `20 tot 30 minuten`. */
export function rangeInWords({ min, max }) {
  if (min === max) return inWords(min);
  const inHours = (value) => value >= 60 && value % 30 === 0;
  if (max <= 120 && !(inHours(min) && inHours(max))) return `${min} tot ${max}${NARROW}minuten`;
  const first = inHours(min) && inHours(max) ? inWords(min).replace(`${NARROW}uur`, "") : inWords(min);
  return `${first} tot ${inWords(max)}`;
}

/** A number of people in words: `3 tot 12 mensen`. */
export function groupInWords({ min, max }) {
  if (max === undefined) return min === 1 ? "voor jezelf of met meer" : `vanaf ${min}${NARROW}mensen`;
  if (min === max) return `${min}${NARROW}${min === 1 ? "persoon" : "mensen"}`;
  return `${min} tot ${max}${NARROW}mensen`;
}

/** The lines of what someone wrote with an item, without those that are empty. */
export function noteLines({ note }) {
  return (note ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
}

/** A day as people write it: `zaterdag 21 november 2026`. */
export function dayInWords(date) {
  const [year, month, day] = date.split("-").map(Number);
  // At noon in UTC it is that day wherever the reader is, when written in UTC.
  return new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, day, 12)),
  );
}

/** Give names as a list in a sentence, as `dutch.inside` has them: `Papier, stiften, HR-adviseur`. */
export function listed(names = []) {
  const inside = (name) => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name);
  return names.map((name, at) => (at ? inside(name) : name)).join(", ");
}
