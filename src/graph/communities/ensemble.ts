/**
 * Many Louvain runs, each on its own look at the papers: evidence accumulation (Strehl & Ghosh 2002; Fred & Jain 2005).
 *
 * Runs differ in the view (dimensions of the latent space), the width of the neighbourhood, the resolution, the seed,
 * and in small disturbances of the weights (Karrer, Levina & Newman 2008): what survives all of that is in the data.
 */
import { type TaskRunner, TASKS_HERE } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import { LOUVAIN_RUNS } from "./louvain-runs.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
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

export async function louvainEnsemble(
  { views }: Similarity,
  config: Pick<GraphConfig, "seed" | "resolution" | "runs">,
  tasks: TaskRunner = TASKS_HERE,
  onRun: (done: number, total: number) => void = () => undefined,
): Promise<Ensemble> {
  const papers = views[0]?.count.length ?? 0;
  const scales = [...FINE, ...COARSE];
  const kinds = views.length * WIDTHS.length * scales.length;
  const affordable = Math.min(MAX_REPETITIONS, Math.floor(AFFORDABLE / Math.max(1, papers)));
  const repetitions = Math.max(1, Math.ceil(config.runs / kinds), affordable);
  let part = 0;
  let done = 0;
  const looks = views.flatMap((view) => WIDTHS.map((width) => ({ view, k: Math.ceil(view.k * width) })));
  const partitions = await Promise.all(
    looks.map(async ({ view, k }) => {
      const runs = Array.from({ length: repetitions }, () =>
        scales.map((scale) => ({ part: part++, resolution: config.resolution * scale })),
      ).flat();
      const found = await tasks.run(LOUVAIN_RUNS, {
        edges: neighborGraph(view, k),
        seed: config.seed,
        jitter: JITTER,
        runs,
      });
      onRun((done += runs.length), kinds * repetitions);
      return found;
    }),
  );
  const isFine = (run: number) => run % scales.length < FINE.length;
  return {
    fine: partitions.flatMap((found) => found.filter((_, run) => isFine(run))),
    coarse: partitions.flatMap((found) => found.filter((_, run) => !isFine(run))),
  };
}
