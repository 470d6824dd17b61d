/* A clock for each step. It counts by the time of day, so a sleeping tab loses nothing. */

/** Give clocks for steps that last so many minutes; they all stand still.

    `before` is where someone was earlier: the step `at`, and `clocks` as `kept()` gave them. */
export function timers(minutes, before = null) {
  const clocks = before
    ? before.clocks.map(([given, spent]) => ({ given, spent }))
    : minutes.map((each) => ({ given: each * 60_000, spent: 0 }));
  let current = before?.at ?? 0;
  let since = null;

  const spent = (at) => clocks[at].spent + (at === current && since !== null ? Date.now() - since : 0);
  const bank = () => {
    clocks[current].spent = spent(current);
    if (since !== null) since = Date.now();
  };

  return {
    get running() {
      return since !== null;
    },
    start() {
      since ??= Date.now();
    },
    pause() {
      bank();
      since = null;
    },
    /** Go to another step; where one clock ran, the other runs on. */
    goTo(at) {
      bank();
      current = at;
    },
    /** Give the current step more time, in minutes. */
    add(more) {
      clocks[current].given += more * 60_000;
    },
    /** Milliseconds that a step was given. */
    given(at = current) {
      return clocks[at].given;
    },
    /** Milliseconds that are left for a step; below zero it takes longer than it was given. */
    left(at = current) {
      return clocks[at].given - spent(at);
    },
    /** The part of a step's time that has gone, from 0 to 1. */
    gone(at = current) {
      return Math.min(spent(at) / clocks[at].given, 1);
    },
    /** Milliseconds that each step was given and has spent, as pairs. */
    kept() {
      return clocks.map((clock, at) => [clock.given, spent(at)]);
    },
    /** Milliseconds that the programme still takes from here. */
    remaining() {
      const later = clocks.slice(current + 1).reduce((sum, clock) => sum + clock.given, 0);
      return Math.max(this.left(), 0) + later;
    },
  };
}

/** Milliseconds as a clock shows them: `4:05`, and `+0:12` where time is up. */
export function digits(left) {
  const seconds = Math.ceil(Math.abs(left) / 1000) - (left < 0 ? 1 : 0);
  const hours = Math.floor(seconds / 3600);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours) parts.unshift(hours);
  const written = parts.map((part, at) => (at ? String(part).padStart(2, "0") : part)).join(":");
  return left < 0 ? `+${written}` : written;
}
