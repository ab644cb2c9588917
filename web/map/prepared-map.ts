/**
 * What a map needs before it can be opened and what takes long on a large one: worked out step by step, so that the page
 * is in use meanwhile.
 */
import { backbone, type BackboneEdge } from "../data/backbone.ts";
import type { MapIndex } from "../data/map-index.ts";
import { drawLands, type Lands } from "./background/lands.ts";
import { standingEdges } from "./drawing/appearance.ts";
import { rankLabels, type LabelRank } from "./names/label-rank.ts";

export interface PreparedMap {
  readonly lands: Lands;
  readonly rank: LabelRank;
  /** The standing edges, strongest first. */
  readonly edges: readonly BackboneEdge[];
}

/** @param pause gives the thread back */
export async function prepareMap(index: MapIndex, pause: () => Promise<unknown>): Promise<PreparedMap> {
  const lands = drawLands(index);
  await pause();
  const rank = rankLabels(index);
  await pause();
  const edges = backbone(index, standingEdges(index.count)).filter(({ source, target }) => source !== target);
  await pause();
  return { lands, rank, edges };
}
