/**
 * What the main thread and a packing thread say to each other.
 */
export interface PackJob {
  /** UTF-8 of JSON, cut anywhere; absent after the last. */
  readonly bytes?: Uint8Array;
}

export interface PackResult {
  /** What is packed by now, in ASCII; moved, not copied. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Length of the job that it answers. */
  readonly taken: number;
  /** Whether it is the last. */
  readonly ended: boolean;
}
