/**
 * Many Louvain runs, each on its own look at the papers: evidence accumulation (Strehl & Ghosh 2002; Fred & Jain 2005).
 *
 * Runs differ in the view (dimensions of the latent space), the width of the neighbourhood, the resolution, the seed,
 * and in small disturbances of the weights (Karrer, Levina & Newman 2008): what survives all of that is in the data.
 */
import { partRandom } from "../../lib/random.ts";
import type { GraphConfig } from "../config.ts";
import { louvainOn } from "./louvain.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
import { canonicalNumbers } from "./partition.ts";
import type { Similarity } from "../similarity/similarity.ts";

export interface Ensemble {
  /** Runs at the method's own scale: what topics are made of. */
  readonly fine: readonly Int32Array[];
  /** Runs that see the large fields only: what communities are made of. */
  readonly coarse: readonly Int32Array[];
}

const FINE = [0.5, 0.7, 1] as const;
const COARSE = [0.2, 0.3, 0.4] as const;
/** Shares of the neighbours that a run looks at. */
const WIDTHS = [0.5, 1] as const;
/** Weights are disturbed by up to this share. */
const JITTER = 0.2;
/** Papers × repetitions that are affordable: small corpora need the votes and pay little for them. */
const AFFORDABLE = 4000;
const MAX_REPETITIONS = 6;

export function louvainEnsemble(
  { views }: Similarity,
  config: Pick<GraphConfig, "seed" | "resolution" | "runs">,
  onRun: (done: number, total: number) => void = () => undefined,
): Ensemble {
  const papers = views[0]?.count.length ?? 0;
  const kinds = views.length * WIDTHS.length * (FINE.length + COARSE.length);
  const affordable = Math.min(MAX_REPETITIONS, Math.floor(AFFORDABLE / Math.max(1, papers)));
  const repetitions = Math.max(1, Math.ceil(config.runs / kinds), affordable);
  const fine: Int32Array[] = [];
  const coarse: Int32Array[] = [];
  let run = 0;
  for (const view of views) {
    for (const width of WIDTHS) {
      const edges = neighborGraph(view, Math.ceil(view.k * width));
      const louvain = louvainOn(edges);
      const weight = new Float64Array(edges.weight.length);
      for (let repetition = 0; repetition < repetitions; repetition++) {
        for (const scale of [...FINE, ...COARSE]) {
          const random = partRandom(config.seed, run);
          for (let e = 0; e < weight.length; e++) weight[e] = edges.weight[e]! * (1 + JITTER * (2 * random() - 1));
          const partition = canonicalNumbers(louvain(random, { resolution: config.resolution * scale }, weight));
          (scale >= FINE[0] ? fine : coarse).push(partition);
          onRun(++run, kinds * repetitions);
        }
      }
    }
  }
  return { fine, coarse };
}
