/**
 * The document of the map, read once; what needs it waits.
 */
import { signal, type ReadonlySignal } from "@preact/signals";
import { once } from "../data/once.ts";

export interface Reading {
  /** Reads the document, once. */
  readonly read: () => Promise<void>;
  /** Whether the document has been read: until then there are names, places and ties. */
  readonly ready: ReadonlySignal<boolean>;
  /** Whether the reader asked for something that the document is needed for. */
  readonly waiting: ReadonlySignal<boolean>;
  /** At once where the document is there, else when it has been read. */
  readonly onceRead: (action: () => void) => void;
}

/** @param readDocument brings the document, and what is to be done before anybody is told of it. */
export function createReading(readDocument: () => Promise<void>): Reading {
  const ready = signal(false);
  const waiting = signal(false);
  const read = once(async () => {
    await readDocument();
    ready.value = true;
  });
  const onceRead = (action: () => void) => {
    if (ready.peek()) {
      action();
      return;
    }
    waiting.value = true;
    void read()
      .then(action)
      .finally(() => (waiting.value = false));
  };
  return { read, ready, waiting, onceRead };
}
