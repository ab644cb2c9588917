/**
 * Packing text while it is being written: in this thread, or in one that a `Packer` hands it to.
 */
export interface Packer {
  /** UTF-8 of JSON, cut anywhere. Settles when there is room for more. @throws what the packing threw. */
  readonly push: (bytes: Uint8Array) => Promise<void>;
  /** All has been pushed. */
  readonly end: () => void;
  /** The packed text in ASCII, in order; ends after `end`. @throws what the packing threw. */
  readonly packed: AsyncIterable<Uint8Array>;
  /** Gives up whatever is still to be done. */
  readonly stop: () => Promise<void>;
}
