/* What listening gains with a script: jumping, speed, a place that is kept, words that walk along.
   The player itself is the browser's. Nothing is stored before someone listens, and nothing is
   fetched before someone listens or opens a link to a moment. */

import { clock } from "./clock.js";

const KEY = "goodiebag-beluisterd"; // Told on the privacy page.
const EVERY = 5; // Seconds between two notes of where someone is.
const SPARE = 0.05; // A browser may land a little before the moment that it is asked for.

document.querySelectorAll("[data-episode]").forEach(setUpEpisode);
document.querySelectorAll("[data-forget-all]").forEach(setUpForgetAll);

function setUpEpisode(root) {
  const id = root.dataset.episode;
  const audio = root.querySelector("audio");
  const status = root.querySelector("[data-status]");
  const speed = root.querySelector("[data-speed]");
  const words = setUpWords(root);
  const chapters = marks(root.querySelector(".chapters"));
  const kept = setUpKept(root, id);
  let noted = 0;

  /** Stand at a moment. Nothing is fetched for it: a browser remembers the moment until it plays. */
  function stand(seconds) {
    audio.currentTime = seconds;
    noted = seconds;
    show(seconds);
  }

  function jump(seconds) {
    stand(seconds);
    words.follow();
    play();
  }

  function play() {
    status.textContent = "";
    audio.play().catch(fail);
  }

  function fail(problem) {
    // Another press on pause or another jump came first: nothing is wrong.
    if (problem.name === "AbortError") return;
    status.textContent =
      "Afspelen lukt nu niet. Kijk of je verbinding hebt, of download de mp3 hieronder.";
  }

  function skip(seconds) {
    const end = Number.isFinite(audio.duration) ? audio.duration : Infinity;
    stand(Math.min(Math.max(audio.currentTime + seconds, 0), end));
  }

  function show(seconds) {
    markCurrent(chapters, seconds);
    words.show(seconds);
  }

  function note() {
    if (!audio.played.length) return;
    noted = audio.currentTime;
    kept.keep(audio.ended ? 0 : audio.currentTime);
  }

  /** The address may ask for a moment: `#t=83` here, or the place of words, as search gives it. */
  function obey() {
    const asked = asks(root);
    if (asked === null) return;
    audio.preload = "metadata"; // So that the player itself shows where it stands.
    stand(asked);
    status.textContent = `De speler staat klaar bij ${clock(asked)}.`;
    // The browser goes to the words by itself, away from the player, until the page is complete.
    const look = () => root.scrollIntoView();
    if (document.readyState === "complete") requestAnimationFrame(look);
    else addEventListener("load", () => requestAnimationFrame(look), { once: true });
  }

  audio.addEventListener("play", () => {
    document.querySelectorAll("audio").forEach((other) => other !== audio && other.pause());
    if (status.textContent) status.textContent = "";
    tellSystem(root, skip);
  });
  audio.addEventListener("timeupdate", () => {
    show(audio.currentTime);
    if (Math.abs(audio.currentTime - noted) >= EVERY) note();
  });
  audio.addEventListener("pause", note);
  audio.addEventListener("ended", note);
  audio.addEventListener("error", () => fail(audio.error));
  audio.addEventListener("ratechange", () => {
    const rate = String(audio.playbackRate); // The browser's own menu may have others.
    if ([...speed.options].some((option) => option.value === rate)) speed.value = rate;
  });
  addEventListener("pagehide", note);
  addEventListener("hashchange", obey);

  speed.addEventListener("change", () => {
    audio.defaultPlaybackRate = Number(speed.value);
    audio.playbackRate = Number(speed.value);
  });
  root.addEventListener("click", (event) => {
    const start = chosen(event);
    if (start !== null) {
      event.preventDefault();
      jump(start);
    }
  });
  root.querySelectorAll("[data-skip]").forEach((button) => {
    button.addEventListener("click", () => skip(Number(button.dataset.skip)));
  });
  root.querySelector("[data-copy-moment]").addEventListener("click", async () => {
    const address = new URL(root.dataset.page, location.href);
    address.hash = `t=${Math.floor(audio.currentTime)}`;
    try {
      await navigator.clipboard.writeText(address.href);
      status.textContent = `De link naar ${clock(audio.currentTime)} is gekopieerd.`;
    } catch {
      status.textContent = `Kopiëren lukt niet in deze browser. Dit is de link: ${address.href}`;
    }
  });
  // Only where the focus is in this episode, and so no key does anything elsewhere (WCAG 2.1.4).
  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("select")) return;
    const key = event.key.toLowerCase();
    if (key === "k") audio.paused ? play() : audio.pause();
    else if (key === "j") skip(-15);
    else if (key === "l") skip(15);
    else return;
    event.preventDefault();
  });

  root.querySelectorAll(".player__controls, [data-follow-bar]").forEach((part) => {
    part.hidden = false;
  });
  const last = kept.read();
  if (last) stand(last);
  obey();
}

/** The words of an episode: which line is spoken, walking along, and a way through by keyboard. */
function setUpWords(root) {
  const box = root.querySelector("[data-box]");
  const lines = marks(box);
  const along = root.querySelector("[data-follow]");
  let current;
  let wanted = true; // Until someone says otherwise.

  function scroll() {
    if (!along.checked || !current) return;
    // The browser would scroll the page as well; this moves the box only.
    box.scrollTop = current.offsetTop - (box.clientHeight - current.offsetHeight) / 3;
  }

  function leave() {
    along.checked = false;
  }

  /** One line is a stop for Tab, the arrow keys reach the others: a transcript has many lines. */
  function makeStop(link) {
    lines.forEach((line) => {
      line.link.tabIndex = line.link === link ? 0 : -1;
    });
  }

  box.addEventListener("keydown", (event) => {
    const at = lines.findIndex((line) => line.link === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (at < 0 || to === undefined || !lines[to]) return;
    event.preventDefault();
    leave();
    makeStop(lines[to].link);
    lines[to].link.focus();
  });
  // Who scrolls, reads somewhere else: then the words stay where they are.
  for (const sign of ["wheel", "touchmove"]) box.addEventListener(sign, leave, { passive: true });
  box.addEventListener("pointerdown", (event) => event.target === box && leave());
  along.addEventListener("change", () => {
    wanted = along.checked;
    scroll();
  });
  root.querySelector("details.transcript")?.addEventListener("toggle", scroll);
  makeStop(lines[0]?.link);

  return {
    show(seconds) {
      const line = markCurrent(lines, seconds);
      if (line?.item === current) return;
      current = line?.item;
      if (line && !box.contains(document.activeElement)) makeStop(line.link);
      scroll();
    },
    follow() {
      along.checked = wanted;
      scroll();
    },
  };
}

/** Where someone was in an episode, on this device only, and the button to forget it. */
function setUpKept(root, id) {
  const line = root.querySelector("[data-kept]");
  const at = root.querySelector("[data-kept-at]");
  let forgotten = false;

  function tell(seconds) {
    line.hidden = !seconds;
    at.textContent = clock(seconds);
  }

  root.querySelector("[data-forget]").addEventListener("click", () => {
    forgotten = true; // Whoever says this is not kept again, until the page is opened anew.
    store(id, 0);
    tell(0);
    const status = root.querySelector("[data-status]");
    status.textContent = "Vergeten. Zolang deze pagina open is, onthouden we niets.";
    root.querySelector("audio").focus();
  });

  return {
    read() {
      const seconds = stored()[id];
      if (!Number.isFinite(seconds) || seconds <= 0) return 0;
      tell(seconds);
      return seconds;
    },
    keep(seconds) {
      if (forgotten) return;
      store(id, Math.floor(seconds));
      tell(Math.floor(seconds));
    },
  };
}

/** The button on the privacy page; it is there when there is something to forget. */
function setUpForgetAll(button) {
  button.hidden = Object.keys(stored()).length === 0;
  button.addEventListener("click", () => {
    for (const id of Object.keys(stored())) store(id, 0);
    const told = document.createElement("p");
    told.tabIndex = -1;
    told.textContent = "Vergeten. Er staat niets meer van de podcast op dit apparaat.";
    button.replaceWith(told);
    told.focus();
  });
}

function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found !== null && typeof found === "object" ? found : {};
  } catch {
    return {}; // Closed storage, or something that is not ours: then nothing is known.
  }
}

/** Keep a whole number of seconds; 0 takes the episode away, and the last one takes the key away. */
function store(id, seconds) {
  const all = stored();
  if (seconds) all[id] = seconds;
  else delete all[id];
  try {
    if (Object.keys(all).length) localStorage.setItem(KEY, JSON.stringify(all));
    else localStorage.removeItem(KEY);
  } catch {
    /* Storage is closed or full: then nothing is kept. */
  }
}

/** The moment that the address asks of this episode, in seconds, or null. */
function asks(root) {
  const fragment = location.hash.slice(1);
  const isOnlyOne = document.querySelectorAll("[data-episode]").length === 1;
  const time = /^t=((?:\d+:){0,2}\d+(?:\.\d+)?)$/.exec(fragment);
  if (time && isOnlyOne) return time[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const place = fragment && document.getElementById(fragment);
  return place && root.contains(place) && place.dataset.start ? Number(place.dataset.start) : null;
}

/** The moment that a click on a chapter or line chooses; null where it is meant otherwise. */
function chosen(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const item = event.target.closest("a")?.closest("li[data-start]");
  return item ? Number(item.dataset.start) : null;
}

/** The chapters or lines in a part of the page, in order of time. */
function marks(part) {
  return [...(part?.querySelectorAll("li[data-start]") ?? [])].map((item) => ({
    item,
    link: item.querySelector("a"),
    start: Number(item.dataset.start),
  }));
}

/** Mark the last of these that has begun, and give it. */
function markCurrent(all, seconds) {
  const current = all.findLast((mark) => mark.start <= seconds + SPARE);
  for (const mark of all) {
    if (mark === current) mark.link.setAttribute("aria-current", "true");
    else mark.link.removeAttribute("aria-current");
  }
  return current;
}

/** Tell the system what plays: for its own buttons, a headset and a locked screen. */
function tellSystem(root, skip) {
  if (!("mediaSession" in navigator)) return;
  const { title, artist, album, artwork } = root.dataset;
  const src = new URL(artwork, location.href).href;
  navigator.mediaSession.metadata = new MediaMetadata({
    title,
    artist,
    album,
    artwork: [{ src, sizes: "480x480", type: "image/jpeg" }],
  });
  navigator.mediaSession.setActionHandler("seekbackward", () => skip(-15));
  navigator.mediaSession.setActionHandler("seekforward", () => skip(15));
}
