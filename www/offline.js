/** Keeps the page for use without a network, and says when a newer build is there. */

import { BUILD } from './build.js';
import { el } from './dom.js';
import { scriptAddress } from './scripts.js';

/**
 * @param {(takeOver: () => void) => void} updateReady called when a newer build waits; what it is given takes it over
 * @param {() => void} changed called where another tab has taken a newer build over
 */
export async function keepOffline(updateReady, changed) {
  if (BUILD === '' || !('serviceWorker' in navigator) || !isSecureContext) return;
  const { serviceWorker } = navigator;
  const isFirst = !serviceWorker.controller;
  let isOurs = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isOurs) location.reload();
    else if (!isFirst) changed();
  });
  try {
    const registration = await serviceWorker.register(scriptAddress('sw.js'), { updateViaCache: 'none' });
    serviceWorker.ready.then(offerInstalling);
    const offer = () => {
      const { waiting } = registration;
      if (waiting && serviceWorker.controller) updateReady(() => { isOurs = true; waiting.postMessage('take-over'); });
    };
    offer();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offer);
    });
  } catch {
    // A browser that keeps no workers has the page as before, with its network.
  }
}

/**
 * Named only now: who installs the page can share to it, and before the worker stands there, what is shared would go to
 * the host.
 */
function offerInstalling() {
  document.head.append(el('link', { rel: 'manifest', href: './manifest.webmanifest' }));
}
