/**
 * The page's side of the core: fetches it once, keeps it compiled, and runs one job at a time in a worker. A job that
 * fails, dies or takes too long costs the worker its life and is tried once more in a fresh one.
 *
 * @import { Answer } from './worker.js'
 *
 * @typedef {'core-missing' | 'core-broken' | 'worker-blocked' | 'failed' | 'time' | 'dropped'} FaultCode
 * @typedef {{ kind: 'analyze' | 'export' | 'html' } & Record<string, unknown>} Job
 * @typedef {(stage: string, permille: number) => void} OnProgress
 */

import { scriptAddress } from './scripts.js';

const START_LIMIT = 20_000;

/** What went wrong, without a word of the person's text in it. */
export class EngineFault extends Error {
  /**
   * @param {FaultCode} code
   * @param {string} [cause] the name of the error underneath
   */
  constructor(code, cause = '') {
    super(code);
    this.code = code;
    this.causeName = cause;
  }
}

/** Where the compiled core is. */
function coreAddress() {
  return new URL('./pkg/digest_hub_bg.wasm', import.meta.url);
}

/** @type {Promise<WebAssembly.Module> | undefined} */
let coreModule;

/** Fetches and compiles the core once; a failure is forgotten, so that Retry asks again. */
function compiledCore() {
  coreModule ??= fetchCore().catch((fault) => {
    coreModule = undefined;
    throw fault;
  });
  return coreModule;
}

async function fetchCore() {
  const response = await fetch(coreAddress()).catch(() => { throw new EngineFault('core-missing', 'network'); });
  if (!response.ok) throw new EngineFault('core-missing', String(response.status));
  try {
    // A host that serves the wrong type cannot be compiled while it streams, but its bytes may well be right.
    if (response.headers.get('content-type')?.startsWith('application/wasm')) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw new EngineFault('core-broken', error instanceof Error ? error.name : '');
  }
}

/**
 * How long the core may say nothing: eight seconds and five more for each million characters. It speaks up before each of
 * its steps, so that a slow device has time for each; the first text is read by a core that is still warming up. An endless
 * loop is found all the same, and the person can cancel long before.
 * @param {number} size
 */
export function timeLimit(size) {
  return 8000 + Math.ceil(size / 200);
}

/** A worker with the core in it, for one job at a time. */
class Runner {
  constructor() {
    /** @type {Worker | undefined} */
    this.worker = undefined;
    /** @type {(fault: EngineFault) => void} */
    this.fail = () => {};
    /** @type {(answer: Answer) => void} */
    this.hear = () => {};
    this.version = '';
    this.ended = false;
    /** @type {Promise<void>} */
    this.ready = this.start();
    // Whoever runs a job hears of a failed start; before that it is nobody's.
    this.ready.catch(() => {});
  }

  async start() {
    // Asked for while the worker is still on its way; its failure is told below, behind the worker's.
    const coming = compiledCore();
    coming.catch(() => {});
    try {
      this.worker = new Worker(scriptAddress('worker.js'), { type: 'module', name: 'digest-hub' });
    } catch (error) {
      throw new EngineFault('worker-blocked', error instanceof Error ? error.name : '');
    }
    const worker = this.worker;
    /** @type {Promise<void>} */
    const loaded = new Promise((resolve, reject) => {
      this.fail = reject;
      this.hear = (answer) => { if (answer.kind === 'loaded') resolve(); };
      worker.onmessage = ({ data }) => this.hear(data);
      worker.onmessageerror = () => this.fail(new EngineFault('failed', 'messageerror'));
      worker.onerror = (event) => { event.preventDefault(); this.fail(new EngineFault('worker-blocked', 'error')); };
    });
    await within(START_LIMIT, new EngineFault('worker-blocked', 'silent'), () => loaded);
    const module = await coming;
    if (this.ended) throw new EngineFault('dropped');
    /** @type {Promise<void>} */
    const started = new Promise((resolve, reject) => {
      this.fail = reject;
      this.hear = (answer) => {
        if (answer.kind === 'ready') { this.version = answer.version; resolve(); }
        if (answer.kind === 'refused') reject(new EngineFault('core-broken', answer.name));
      };
      worker.postMessage({ kind: 'start', module });
    });
    await within(START_LIMIT, new EngineFault('core-broken', 'silent'), () => started);
    worker.onerror = (event) => { event.preventDefault(); this.fail(new EngineFault('failed', 'error')); };
  }

  /**
   * @param {number} id
   * @param {Job} job
   * @param {number} limit
   * @param {OnProgress} onProgress
   * @returns {Promise<unknown>}
   */
  async run(id, job, limit, onProgress) {
    await this.ready;
    return within(limit, new EngineFault('time'), (isAlive) => new Promise((resolve, reject) => {
      this.fail = reject;
      this.hear = (answer) => {
        if (!('id' in answer) || answer.id !== id) return;
        isAlive();
        if (answer.kind === 'progress') onProgress(answer.stage, answer.permille);
        if (answer.kind === 'done') resolve(answer.value);
        if (answer.kind === 'failed') reject(new EngineFault('failed', answer.name));
      };
      this.worker?.postMessage({ ...job, id });
    }));
  }

  /** @param {EngineFault} fault */
  end(fault) {
    this.ended = true;
    this.worker?.terminate();
    this.fail(fault);
  }
}

/** One job at a time; a newer one drops the older. */
export class Engine {
  constructor() {
    /** @type {Runner | undefined} not before it is asked for: the core is ten times as large as the page */
    this.runner = undefined;
    this.begin = () => {};
    /** @type {Promise<void>} the core has come for the first time, or could not */
    this.begun = new Promise((begin) => { this.begin = begin; });
    this.lastId = 0;
    this.busy = false;
  }

  get version() {
    return this.runner?.version ?? '';
  }

  summon() {
    this.runner ??= new Runner();
    this.runner.ready.then(this.begin, this.begin);
    return this.runner;
  }

  /**
   * Waits for the core and lets it read a text that nobody asked for: the first that it reads takes it longest. Fails where
   * there is no core.
   * @param {string} text
   */
  async warmUp(text) {
    const runner = this.summon();
    try {
      await runner.ready;
    } catch (error) {
      // A job that came meanwhile has told of it.
      if (runner !== this.runner) return;
      const fault = error instanceof EngineFault ? error : new EngineFault('failed', 'unknown');
      this.respawn(fault);
      throw fault;
    }
    if (!this.busy) runner.worker?.postMessage({ kind: 'warm', text });
  }

  /**
   * @param {Job} job
   * @param {number} size what the time limit is counted from
   * @param {OnProgress} [onProgress]
   * @returns {Promise<unknown>}
   */
  async run(job, size, onProgress = () => {}) {
    this.drop();
    const id = ++this.lastId;
    this.busy = true;
    try {
      return await this.tryTwice(id, job, size, onProgress);
    } finally {
      if (id === this.lastId) this.busy = false;
    }
  }

  /** Ends whatever runs; its promise fails with `dropped`. */
  drop() {
    this.lastId += 1;
    if (this.busy) this.respawn(new EngineFault('dropped'));
    this.busy = false;
  }

  /**
   * @param {number} id
   * @param {Job} job
   * @param {number} size
   * @param {OnProgress} onProgress
   */
  async tryTwice(id, job, size, onProgress) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.summon().run(id, job, timeLimit(size), onProgress);
      } catch (error) {
        const fault = error instanceof EngineFault ? error : new EngineFault('failed', 'unknown');
        // A newer job has its own worker by now, which is not ours to end.
        if (id !== this.lastId || fault.code === 'dropped') throw new EngineFault('dropped');
        this.respawn(fault);
        if (!isOfTheJob(fault) || attempt === 2) throw fault;
      }
    }
  }

  /** @param {EngineFault} fault */
  respawn(fault) {
    this.runner?.end(fault);
    // What could not start is started again when the person asks for it, not before.
    this.runner = isOfTheJob(fault) || fault.code === 'dropped' ? new Runner() : undefined;
  }
}

/**
 * Whether the job went wrong, rather than the way to the core.
 * @param {EngineFault} fault
 */
function isOfTheJob(fault) {
  return fault.code === 'failed' || fault.code === 'time';
}

/**
 * @template T
 * @param {number} limit
 * @param {EngineFault} fault
 * @param {(isAlive: () => void) => Promise<T>} work told how to begin the limit anew
 * @returns {Promise<T>}
 */
function within(limit, fault, work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isAlive = () => {};
  const late = new Promise((_, reject) => {
    isAlive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(fault), limit);
    };
  });
  isAlive();
  return /** @type {Promise<T>} */ (Promise.race([work(isAlive), late])).finally(() => clearTimeout(timer));
}
