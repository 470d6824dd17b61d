/* Answers for the page with the goodiebag when there is no connection. It is registered only when
   someone opens the facilitator's view, and knows only the page in its own folder.

   With a connection everything comes from the host, so nobody sees an old page: what was kept is
   renewed then, and given only when the host cannot be reached. `offline.js` fills the cache. */

const CACHE = "goodiebag-begeleiden-1"; // `offline.js` names the same.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("goodiebag-begeleiden-") && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = new URL(request.url).origin === self.location.origin;
  // A recording comes in parts, which a cache cannot keep.
  if (request.method === "GET" && isOurs && !request.headers.has("range")) {
    event.respondWith(answer(request));
  }
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  let response;
  try {
    // What the browser itself kept is asked for again too. A page may not be asked for that way, and
    // a browser does it of its own accord.
    response = await fetch(request, request.mode === "navigate" ? {} : { cache: "no-cache" });
  } catch (problem) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw problem;
  }
  if (response.ok && (await cache.match(request, { ignoreVary: true }))) {
    await cache.put(request, response.clone());
  }
  return response;
}
