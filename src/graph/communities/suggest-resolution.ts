/**
 * Which resolution gives the communities that other runs would give too.
 */
import type { Paper } from "../../domain/paper.ts";
import type { Extraction } from "../../domain/term.ts";
import { findCommunities } from "./communities.ts";
import type { GraphConfig } from "../config.ts";
import { canonicalCorpus } from "../corpus.ts";
import { paperSimilarity } from "../similarity/similarity.ts";

export interface ResolutionTrial {
  readonly resolution: number;
  readonly communities: number;
  readonly topics: number;
  /** Mean over the papers of their community's stability, 0…1. */
  readonly stability: number;
  /** True for the one to take. */
  readonly suggested: boolean;
}

const SWEPT_RESOLUTIONS: readonly number[] = [0.5, 0.7, 1, 1.4, 2, 2.8];

/**
 * One trial per resolution, in the order given. Suggested is the most stable one of those with two communities or more;
 * ties go to the one nearest to 1.
 */
export async function suggestResolution(
  papers: readonly Paper[],
  extraction: Extraction,
  config: GraphConfig,
  { resolutions = SWEPT_RESOLUTIONS }: { readonly resolutions?: readonly number[] } = {},
): Promise<ResolutionTrial[]> {
  const corpus = canonicalCorpus(papers, extraction);
  const similarity = paperSimilarity(corpus, config);
  const trials: Omit<ResolutionTrial, "suggested">[] = [];
  for (const resolution of resolutions) {
    const { communities, topics } = await findCommunities(corpus, similarity, { ...config, resolution });
    let sum = 0;
    for (const c of communities.paper) sum += communities.stability[c]!;
    trials.push({
      resolution,
      communities: communities.count,
      topics: topics.count,
      stability: communities.paper.length > 0 ? sum / communities.paper.length : 0,
    });
  }
  const best = [...trials]
    .filter(({ communities }) => communities > 1)
    .sort(
      (a, b) => b.stability - a.stability || Math.abs(Math.log(a.resolution)) - Math.abs(Math.log(b.resolution)),
    )[0];
  return trials.map((trial) => ({ ...trial, suggested: trial === best }));
}
