/**
 * What the long runs found, as it was smallest: tried first in every run.
 */
export interface FoundText {
  readonly reader: string;
  readonly text: string;
  /** What went wrong. */
  readonly fault: string;
}

export const FOUND: readonly FoundText[] = [];
