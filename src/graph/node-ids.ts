/**
 * Ids of a corpus's nodes by number, each made once: every edge names two.
 */
import { remember } from "../lib/remember.ts";
import type { Corpus } from "./corpus.ts";

export interface NodeIds {
  /** `p0` … */
  readonly papers: readonly string[];
  /** `t0` … */
  readonly terms: readonly string[];
}

export const nodeIds = remember(({ papers, terms }: Corpus): NodeIds => ({
  papers: papers.map((_, number) => `p${number}`),
  terms: terms.map((_, number) => `t${number}`),
}));
