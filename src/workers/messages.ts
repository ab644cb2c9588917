/**
 * What the main thread and a tagging thread say to each other.
 */

export interface TagJob {
  readonly batch: number;
  readonly papers: readonly { readonly title: string; readonly abstract?: string }[];
}

export interface TagResult {
  readonly batch: number;
  /** The tagged papers, as `packShard` writes them; moved, not copied. */
  readonly shard: ArrayBuffer;
}

/** Handed to a thread when it starts. */
export interface ThreadData {
  readonly minProbability: number;
}
