// Keeps the routes that a reader has opened, for when there is no network. Written anew by every build.
const BUILD = __BUILD__;
const HERE = new URL("./", self.location).href;
const NAME = "jumin:" + HERE + ":";
const KEPT = NAME + BUILD.version;

const digest = async buffer => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer)).slice(0, 16);
  return btoa(String.fromCharCode(...bytes));
};
// A file of this build and no other: the server may already have the next one.
const fetched = async path => {
  const answer = await fetch(HERE + path, {cache: "no-cache"});
  if (!answer.ok) throw new Error(path);
  const buffer = await answer.arrayBuffer();
  if (await digest(buffer) !== BUILD.files[path]) throw new Error(path);
  return new Response(buffer, {headers: {"Content-Type": answer.headers.get("Content-Type") || ""}});
};
const keep = async route => {
  const cache = await caches.open(KEPT);
  const paths = [];
  for (const path of BUILD.routes[route]) if (!await cache.match(HERE + path)) paths.push(path);
  const answers = await Promise.all(paths.map(fetched));
  await Promise.all(paths.map((path, at) => cache.put(HERE + path, answers[at])));
  await cache.put(HERE + "kept/" + route, new Response(""));
};
const names = async () => (await caches.keys()).filter(name => name.startsWith(NAME));
const routesOf = async name => {
  const requests = await (await caches.open(name)).keys();
  return requests.map(request => request.url).filter(url => url.startsWith(HERE + "kept/")).map(url => url.slice((HERE + "kept/").length));
};

self.addEventListener("install", event => event.waitUntil((async () => {
  // What the reader had of the release before, of this one; if that cannot be had whole, the one before stays.
  for (const name of await names()) for (const route of await routesOf(name)) if (BUILD.routes[route]) await keep(route);
  await self.skipWaiting();
})()));

self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await names()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("message", event => {
  const {route} = event.data;
  if (!BUILD.routes[route]) return;
  event.waitUntil(keep(route).then(() => event.source.postMessage({kept: route}), () => {}));
});

self.addEventListener("fetch", event => {
  const {request} = event;
  if (request.method !== "GET" || !request.url.startsWith(HERE)) return;
  event.respondWith(fetch(request).catch(async error => {
    const cache = await caches.open(KEPT), path = request.url.slice(HERE.length).replace(/[?#].*$/, "");
    const kept = await cache.match(HERE + (BUILD.instead[path] || path.replace(/(^|\/)index\.html$/, "$1")));
    if (kept) return kept;
    if (request.mode === "navigate" && await cache.match(HERE + BUILD.offline)) return Response.redirect(HERE + BUILD.offline);
    throw error;
  }));
});
