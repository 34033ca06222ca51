/** Keeps the page for use without a network, and says when a newer build is there. */

import { BUILD } from './build.js';
import { el } from './dom.js';
import { scriptAddress } from './scripts.js';

/**
 * @param {Promise<unknown>} begun what is waited for before anything is kept, of which it is a second copy; what another
 * tab does meanwhile is heard all the same
 * @param {(takeOver: () => void) => void} updateReady called when a newer build waits; what it is given takes it over
 * @param {() => void} changed called where another tab has taken a newer build over
 */
export async function keepOffline(begun, updateReady, changed) {
  if (BUILD === '' || !('serviceWorker' in navigator) || !isSecureContext) return;
  const { serviceWorker } = navigator;
  const isFirst = !serviceWorker.controller;
  let isOurs = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isOurs) whenActive(serviceWorker.controller, () => { forgetFiles().then(() => location.reload()); });
    else if (!isFirst) changed();
  });
  await begun;
  try {
    const registration = await serviceWorker.register(scriptAddress('sw.js'), { updateViaCache: 'none' });
    serviceWorker.ready.then(offerInstalling);
    const offer = (/** @type {ServiceWorker} */ worker) => {
      if (worker.state === 'installed' && serviceWorker.controller) updateReady(() => { isOurs = true; worker.postMessage('take-over'); });
    };
    const follow = (/** @type {ServiceWorker | null} */ worker) => {
      if (!worker) return;
      offer(worker);
      worker.addEventListener('statechange', () => offer(worker));
    };
    registration.addEventListener('updatefound', () => follow(registration.installing));
    // The browser looks for a newer build when the page is loaded, which may be before this: nobody tells of it again.
    follow(registration.installing);
    follow(registration.waiting);
  } catch {
    // A browser that keeps no workers has the page as before, with its network.
  }
}

/** So long a worker that took over may still be on its way. */
const ACTIVE_LIMIT = 3000;

/**
 * @param {ServiceWorker | null} worker
 * @param {() => void} then
 */
function whenActive(worker, then) {
  if (!worker || worker.state === 'activated') return then();
  worker.addEventListener('statechange', () => { if (worker.state === 'activated') then(); });
  setTimeout(then, ACTIVE_LIMIT);
}

/** WebKit keeps a page's scripts in memory over a reload; what is asked for in another way than before, it forgets. */
async function forgetFiles() {
  const home = new URL('./', location.href).href;
  const own = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.startsWith(home) && /\.(?:js|css)$/.test(name));
  await Promise.allSettled(own.map((name) => fetch(name)));
}

/**
 * Named only now: who installs the page can share to it, and before the worker stands there, what is shared would go to
 * the host.
 */
function offerInstalling() {
  document.head.append(el('link', { rel: 'manifest', href: './manifest.webmanifest' }));
}
