/**
 * When to do what the first picture does not need.
 */

/** Milliseconds after which it is done though the page is never idle. */
const MAX_WAIT = 4000;
/** Milliseconds waited in browsers that do not tell when they are idle. */
const DEFAULT_WAIT = 800;

/** Calls back when the frame that is being prepared has been handed over to be shown. */
export function afterPicture(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

/** Calls back when the page has been read and has nothing else to do. */
export function whenIdle(then: () => void): void {
  const wait = () => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: MAX_WAIT });
    else setTimeout(then, DEFAULT_WAIT);
  };
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
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
