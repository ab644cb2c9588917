/**
 * Settings of the extraction.
 */
export interface ExtractConfig {
  /** Candidates below this tagger probability are forgotten; 0…1. */
  readonly leastProbability: number;
  /** A string is a term of a paper above this probability; 0…1. Higher: fewer, surer terms. */
  readonly termThreshold: number;
}

export const DEFAULT_EXTRACT_CONFIG: ExtractConfig = {
  leastProbability: 0.07,
  termThreshold: 0.32,
};
