/*
 * What the single file has in place of a server: the core lies in it, gzipped, and the worker is a text. Both names
 * hide the browser's own from the page's modules below, which need not know where they run.
 */

async function fetch(address) {
  if (!String(address).endsWith('.wasm')) throw new TypeError('the single file has nothing but the core to fetch');
  const packed = Uint8Array.from(atob(document.getElementById('packed-core').textContent), (character) => character.charCodeAt(0));
  const core = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(core, { headers: { 'content-type': 'application/wasm' } });
}

const workerBlob = URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' }));
const workerScript = globalThis.trustedTypes?.createPolicy('digest-hub-one-file', { createScriptURL: () => workerBlob }).createScriptURL('') ?? workerBlob;

/* A module worker cannot be started from a Blob in a file that was opened from a disk; a classic one can. */
class Worker extends globalThis.Worker {
  constructor(_address, { name }) {
    super(workerScript, { name });
  }
}

