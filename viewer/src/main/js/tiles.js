// Tiles in memory: a bounded cache, and the queue of what is still to be fetched.
import { isAborted } from './failures.js';

/** Keeps the most recently used values as long as together they are not larger than allowed. */
export class BoundedCache {
  #entries = new Map();
  #bytes = 0;

  constructor(mostBytes) {
    this.mostBytes = mostBytes;
  }

  get bytes() {
    return this.#bytes;
  }

  find(key) {
    const entry = this.#entries.get(key);
    if (entry) { // to the end of the Map: used last, dropped last
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry?.value;
  }

  put(key, value, bytes) {
    this.#drop(key);
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.mostBytes || oldest === key) {
        break;
      }
      this.#drop(oldest);
    }
  }

  clear() {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #drop(key) {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}

/** Fetches what is wanted now, most wanted first, a few at once; aborts what is no longer wanted. */
export class TileQueue {
  #running = new Map();
  #failed = new Map();
  #waiting = [];

  /**
   * @param atOnce how many fetches run together
   * @param onArrival called with key and value of each fetch
   * @param onFailure called once per failed fetch; it is not repeated before forgetFailures()
   */
  constructor({ atOnce = 8, onArrival, onFailure }) {
    Object.assign(this, { atOnce, onArrival, onFailure });
  }

  get pending() {
    return this.#running.size + this.#waiting.length;
  }

  /** @param wanted in order: {key, load: signal → promise} */
  want(wanted) {
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, controller] of this.#running) {
      if (!keys.has(key)) {
        controller.abort();
        this.#running.delete(key);
      }
    }
    this.#waiting = wanted.filter(({ key }) => !this.#running.has(key) && !this.#failed.has(key));
    this.#startNext();
  }

  forgetFailures() {
    this.#failed.clear();
  }

  #startNext() {
    while (this.#waiting.length > 0 && this.#running.size < this.atOnce) {
      this.#start(this.#waiting.shift());
    }
  }

  async #start({ key, load }) {
    const controller = new AbortController();
    this.#running.set(key, controller);
    try {
      const value = await load(controller.signal);
      this.#settle(key, controller, () => this.onArrival(key, value));
    } catch (failure) {
      this.#settle(key, controller, () => {
        if (!isAborted(failure)) {
          this.#failed.set(key, failure);
          this.onFailure(failure);
        }
      });
    }
  }

  #settle(key, controller, then) {
    if (this.#running.get(key) !== controller) {
      return; // aborted in the meantime
    }
    this.#running.delete(key);
    then();
    this.#startNext();
  }
}
