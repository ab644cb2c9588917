/**
 * What the main thread and a tagging thread say to each other.
 */
import type { TaggedPaper } from "../extract/types.ts";

export interface TagJob {
  readonly batch: number;
  readonly papers: readonly { readonly title: string; readonly abstract?: string }[];
}

export interface TagResult {
  readonly batch: number;
  readonly tagged: readonly TaggedPaper[];
}

/** Handed to a thread when it starts. */
export interface ThreadData {
  readonly leastProbability: number;
}
