/* Rules that span fields, or that look at other entries: what `macros/catalogue/rules.py` and
   `references.py` tell about one entry, in the words that they tell it in. */

import { nearest } from "./proposal-messages.js";
import { isEmpty } from "./proposal-schema.js";
import { filled, listed, shown } from "./proposal-words.js";

/** What is only wrong when a writer is done: until then the rest may be on its way. */
const WAITING = new Set(["steps_differ", "audio_lacking", "no_number", "no_series"]);

/** Give what is wrong with cleaned values together: `{path, message, lacks}`.

    Args:
      values: as they go into the file, but with the places of lists as the form has them.
      about: `{known, id, theme, today}`: what is known of the other entries, and where this one goes. */
export function together(values, about) {
  const say = about.known.rules;
  const found = [];
  const tell = (path, name, words = {}) =>
    found.push({ path, message: filled(say[name], words), lacks: WAITING.has(name) });
  for (const name of ["duration", "group_size"]) {
    const { min, max } = values[name] ?? {};
    if (min > max) tell([name, "min"], "turned", { min, max });
  }
  days(values, about.today, tell);
  minutes(values, tell);
  if (values.summary?.startsWith(about.known.to_write)) tell(["summary"], "unwritten");
  const others = about.known.entries.filter((one) => one.id !== about.id);
  for (const name of ["title", "summary"]) {
    const other = values[name] && others.find((one) => folded(one[name]) === folded(values[name]));
    if (other) tell([name], `same_${name}`, { path: other.path });
  }
  if ("series" in values || "number" in values) numbered(values, others, about.theme, tell);
  episode(values, others, about.known.company, tell);
  formerIds(values, about.known.entries, about.id, tell);
  references(values, about, tell);
  return found;
}

/** The total of the minutes of all steps that have some; 0 where none has. */
export function totalOf(steps = []) {
  const minutesOf = steps.map((step) => Number(step?.minutes));
  return minutesOf.filter((one) => Number.isInteger(one) && one > 0).reduce((sum, one) => sum + one, 0);
}

function folded(text) {
  return (text ?? "").toLowerCase().trim().split(/\s+/u).join(" ");
}

function days({ published, reviewed }, today, tell) {
  for (const [name, day] of Object.entries({ published, reviewed })) {
    if (day > today) tell([name], "future", { day });
  }
  if (published && reviewed && reviewed < published) tell(["reviewed"], "reviewed_before", { reviewed, published });
}

function minutes({ steps = [], duration }, tell) {
  const filledIn = steps.filter((step) => !isEmpty(step));
  const total = totalOf(filledIn);
  if (!total || !Number.isInteger(duration?.min) || !Number.isInteger(duration?.max)) return;
  if (duration.min > duration.max) return;
  const least = filledIn.every((step) => step.minutes) ? duration.min : 0;
  if (total >= least && total <= duration.max) return;
  const span = [...new Set([duration.min, duration.max])].join(" tot ");
  tell(["duration"], "steps_differ", { total, span });
}

function numbered({ kind, series, number }, others, theme, tell) {
  if (series && number === undefined) {
    if (kind === "book-review") tell(["series"], "no_number");
    return;
  }
  if (number !== undefined && !series) {
    if (kind === "book-review") tell(["number"], "no_series");
    return;
  }
  const members = others.filter((one) => one.series === series && one.theme === theme);
  const taken = members.find((one) => one.number === number);
  if (taken) tell(["number"], "number_taken", { number, series: shown(series), path: taken.path });
  // A number of the podcast that was withdrawn leaves its gap, so only the check knows there.
  if (kind !== "book-review" || !Number.isInteger(number)) return;
  const gap = firstFree(members);
  if (gap < number) tell(["number"], "number_skipped", { series: shown(series), missing: gap, number });
}

/** Give the first number that nobody has. */
export function firstFree(members) {
  const taken = new Set(members.map((one) => one.number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

function episode(values, others, needed, tell) {
  for (const field of ["audio", "transcript", "guid"]) {
    const other = values[field] && others.find((one) => one[field] === values[field]);
    if (other) tell([field], "recording_taken", { found: shown(values[field]), path: other.path });
  }
  company(values, needed, tell);
}

function company(values, needed, tell) {
  const { audio, chapters = [] } = values;
  const lacking = Object.entries(needed).filter(([name]) => !values[name]);
  if (audio && lacking.length) {
    return tell(["audio"], "audio_lacking", { fields: listed(lacking.map(([, told]) => told), "en") });
  }
  let last = -1;
  for (const [at, chapter] of chapters.entries()) {
    const start = seconds(chapter?.start);
    if (Number.isNaN(start)) continue;
    if (start <= last) return tell(["chapters", at, "start"], "chapter_not_later");
    last = start;
  }
}

function seconds(clock) {
  if (!/^(?:[0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]$/.test(clock ?? "")) return NaN;
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function formerIds({ former_ids: former = [] }, entries, id, tell) {
  former.forEach((name, at) => {
    if (!name) return;
    const other = entries.find((one) => one.id !== id && one.former_ids?.includes(name));
    const words = { found: shown(name), path: other?.path };
    if (entries.some((one) => one.id === name)) tell(["former_ids", at], "former_in_use", words);
    else if (former.indexOf(name) < at) tell(["former_ids", at], "doubled", words);
    else if (other) tell(["former_ids", at], "former_elsewhere", words);
  });
}

function references({ related = [], entries = [], sources = [], downloads = [] }, { known, id }, tell) {
  const ids = known.entries.map((one) => one.id);
  const entry = (path, name, seen) => {
    if (!name || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
    if (name === id) tell(path, "itself");
    else if (!ids.includes(name)) tell(path, "no_entry", { found: shown(name), near: near(name, ids) });
    else if (seen.has(name)) tell(path, "doubled", { found: shown(name) });
    seen.add(name);
  };
  const near = (name, words) => {
    const like = nearest(name, words);
    return like ? filled(known.rules.near, { near: like }) : "";
  };
  let seen = new Set();
  related.forEach((one, at) => entry(["related", at, "entry"], one?.entry, seen));
  seen = new Set();
  entries.forEach((one, at) => entry(["entries", at], one, seen));
  sources.forEach((one, at) => {
    if (one && sources.indexOf(one) < at) tell(["sources", at], "doubled", { found: shown(one) });
  });
  const files = new Set();
  downloads.forEach((one, at) => {
    const file = one?.file;
    if (!file || !/^[a-z0-9-]+\.[a-z0-9]+$/.test(file)) return;
    const words = { found: shown(file), near: near(file, known.downloads ?? []) };
    if (known.downloads && !known.downloads.includes(file)) tell(["downloads", at, "file"], "no_download", words);
    else if (files.has(file)) tell(["downloads", at, "file"], "doubled", { found: shown(file) });
    files.add(file);
  });
}
