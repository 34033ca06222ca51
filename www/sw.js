/**
 * The page without a network: all files of one build in one cache, or none of them. A newer build waits until the person
 * takes it over, so that no page ever runs with half of each. `cargo xtask build` fills in the build and its files.
 *
 * And the one who takes what another app shares: it comes as a POST, which is answered here and goes to no host. What it
 * holds lies in memory until the page asks for it, once.
 *
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} Lasting
 * @typedef {Lasting & { request: Request, respondWith(answer: Promise<Response>): void }} Asking
 */

const OFFLINE_BUILD = '';
/** @type {string[]} */
const OFFLINE_FILES = [];
const OFFLINE_NAME = 'digest-hub-';
const OFFLINE_CACHE = OFFLINE_NAME + OFFLINE_BUILD;

const workerScope = /** @type {{ skipWaiting(): Promise<void>, registration: { scope: string } }} */ (/** @type {unknown} */ (self));

addEventListener('install', (event) => {
  // Past the browser's own cache, which may hold files of an older build under the same names.
  const fresh = OFFLINE_FILES.map((file) => new Request(file, { cache: 'reload' }));
  /** @type {Lasting} */ (event).waitUntil(caches.open(OFFLINE_CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener('activate', (event) => {
  const older = (/** @type {string} */ name) => name.startsWith(OFFLINE_NAME) && name !== OFFLINE_CACHE;
  /** @type {Lasting} */ (event).waitUntil(caches.keys().then((names) => Promise.all(names.filter(older).map((name) => caches.delete(name)))));
});

addEventListener('fetch', (event) => {
  const asking = /** @type {Asking} */ (event);
  const { request } = asking;
  if (!request.url.startsWith(workerScope.registration.scope)) return;
  if (request.method !== 'GET') return asking.respondWith(received(request));
  const key = request.mode === 'navigate' && isPage(request.url) ? new URL('index.html', workerScope.registration.scope).href : request.url;
  asking.respondWith(caches.open(OFFLINE_CACHE).then((cache) => cache.match(key)).then((kept) => kept ?? fetch(request)));
});

addEventListener('message', (event) => {
  const { data, ports } = /** @type {MessageEvent} */ (event);
  if (data === 'take-over') workerScope.skipWaiting();
  if (typeof data?.shared !== 'string') return;
  ports[0]?.postMessage(sharedItems.get(data.shared) ?? null);
  sharedItems.delete(data.shared);
});

/** @type {Map<string, Record<string, FormDataEntryValue | null> | 'refused'>} by the word that the page knows it by */
const sharedItems = new Map();

/**
 * @param {Request} request of any method that could carry something away
 * @returns {Promise<Response>}
 */
async function received(request) {
  const target = new URL('share', workerScope.registration.scope).href;
  if (request.method !== 'POST' || request.url !== target || request.mode !== 'navigate') return new Response(null, { status: 405 });
  const word = crypto.randomUUID();
  const item = await request.formData().then((form) => Object.fromEntries(['title', 'text', 'url', 'file'].map((name) => [name, form.get(name)])), () => null);
  sharedItems.set(word, item ?? 'refused');
  return Response.redirect(`${workerScope.registration.scope}#shared=${word}`, 303);
}

/** @param {string} address */
function isPage(address) {
  const { pathname } = new URL(address);
  return pathname === new URL(workerScope.registration.scope).pathname || pathname.endsWith('/index.html');
}
