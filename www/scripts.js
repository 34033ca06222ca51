/** The two scripts that run beside the page, as the only addresses that its Trusted Types policy lets through. */

/** @typedef {{ createScriptURL(url: string): string }} ScriptPolicy */

const BESIDE = ['worker.js', 'sw.js'];

/** @type {ScriptPolicy | undefined} */
let scriptPolicy;

/**
 * @param {'worker.js' | 'sw.js'} name
 * @returns {string} its address, in the form that the browser asks for
 */
export function scriptAddress(name) {
  const address = (/** @type {string} */ file) => new URL(`./${file}`, import.meta.url).href;
  const factory = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): ScriptPolicy } }} */ (/** @type {unknown} */ (globalThis)).trustedTypes;
  if (!factory) return address(name);
  scriptPolicy ??= factory.createPolicy('digest-hub-worker', {
    createScriptURL(/** @type {string} */ url) {
      if (!BESIDE.some((file) => url === address(file))) throw new TypeError('only the scripts of this page');
      return url;
    },
  });
  return scriptPolicy.createScriptURL(address(name));
}
