// Keeps the shell of the portal for a cut line: static files and one page, no data.
const CACHE = {{ cache | tojson }};
const SHELL = {{ shell | tojson }};
const OFFLINE = {{ offline | tojson }};

const prepare = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  await self.skipWaiting();
};

const tidy = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith("cong-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

// A file with its digest in its name never changes.
const keptFirst = async (request) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic") {
    const copy = answer.clone();
    caches.open(CACHE).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return answer;
};

const networkFirst = (request, otherwise) =>
  fetch(request).catch(async (reason) => {
    const kept = await caches.match(otherwise);
    if (kept) return kept;
    throw reason;
  });

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(networkFirst(request, OFFLINE));
  else if (pathname.startsWith("/assets/")) event.respondWith(keptFirst(request));
  else if (SHELL.includes(pathname)) event.respondWith(networkFirst(request, pathname));
});
