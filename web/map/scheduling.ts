/**
 * When to do what the first picture does not need.
 */

/** Calls back when the frame that is being prepared has been handed over to be shown. */
export function afterPicture(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

/** Gives the thread back to what waits for it. */
export function nextTask(): Promise<unknown> {
  if ("scheduler" in globalThis) return scheduler.postTask(() => undefined, { priority: "user-blocking" });
  return new Promise((done) => setTimeout(done));
}

/** Milliseconds without a move after which something rests. */
const REST = 120;

/** Whether something has been moving a moment ago. */
export class Motion {
  readonly #onRest: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  get moving(): boolean {
    return this.#timer !== undefined;
  }

  move(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onRest();
    }, REST);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
