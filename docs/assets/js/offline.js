/* Keeps what the facilitator's view needs on this device, so that it works without a connection. */

const ROOT = new URL("../../", import.meta.url);
const CACHE = "goodiebag-begeleiden-1"; // Told on the privacy page; `sw.js` names the same.
const SCOPE = new URL("mijn-goodiebag/", ROOT);

/** Keep this page, what it is made of and these addresses; true once all of it is there.

    What was kept for an earlier programme goes. Without a secure connection, or where the browser
    keeps nothing, it gives false and the view works as long as the page is open. */
export async function keep(addresses) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
  try {
    await navigator.serviceWorker.register(new URL("sw.js", SCOPE), { scope: SCOPE.pathname });
    await navigator.serviceWorker.ready;
    const needed = new Set([SCOPE.href, ...used(), ...addresses]);
    const cache = await caches.open(CACHE);
    for (const request of await cache.keys()) {
      if (!needed.has(request.url)) await cache.delete(request);
    }
    // Without a connection now, what was kept before may be enough.
    await cache.addAll([...needed]).catch(() => {});
    const kept = await Promise.all([...needed].map((url) => cache.match(url, { ignoreVary: true })));
    return kept.every(Boolean);
  } catch {
    return false; // No connection yet, or storage is closed.
  }
}

/** Take everything away that `keep` left on this device. */
export async function forget() {
  if ("serviceWorker" in navigator) {
    const worker = await navigator.serviceWorker.getRegistration(SCOPE.href);
    await worker?.unregister();
  }
  if ("caches" in window) await caches.delete(CACHE);
}

/** Whether `keep` left something on this device. */
export async function isKept() {
  return "caches" in window && caches.has(CACHE);
}

/** The style sheets, scripts, letters and images that this page fetched. */
function used() {
  return performance
    .getEntriesByType("resource")
    .map((entry) => entry.name)
    .filter((url) => /^(assets\/|data\/)/.test(url.startsWith(ROOT.href) ? url.slice(ROOT.href.length) : ""));
}
