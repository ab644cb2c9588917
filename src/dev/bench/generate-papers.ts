/**
 * Papers made up from patterns and words, the same on every machine: no text to learn anything from, but of the length
 * and variety that speed depends on.
 */
import { partRandom } from "../../lib/random.ts";

const FIRST = "deep sparse robust neural bayesian causal spectral convex adaptive federated latent hierarchical".split(
  " ",
);
const MIDDLE = "graph sequence image kernel policy tensor feature gradient memory speech protein traffic".split(" ");
const LAST = "network model estimator embedding classifier sampler transformer filter planner index solver cache".split(
  " ",
);
const TASKS = "segmentation translation retrieval forecasting parsing detection matching compression ranking".split(
  " ",
);
const SYLLABLES = "ba co di fu ge hi jo ka lu me no pi ru sa te vo wi xa yo zu".split(" ");

const SENTENCES: readonly ((pick: Picks) => string)[] = [
  (p) => `We propose ${p.name()}, a ${p.method()} for ${p.task()}.`,
  (p) => `Existing approaches to ${p.task()} rely on a ${p.method()} and often fail when data are scarce.`,
  (p) => `The ${p.method()} is trained with a ${p.method()} and refined by ${p.task()}.`,
  (p) => `Experiments on ${p.name()} and ${p.name()} show that it outperforms the ${p.method()} by ${p.number()} %.`,
  (p) => `We analyse how the ${p.method()} behaves under noise, and prove a bound on its error.`,
  (p) => `In this paper, ${p.task()} is studied with the help of ${p.method()}s of different size.`,
  (p) => `Results indicate that a ${p.method()} improves ${p.task()} at ${p.number()} times lower cost.`,
  (p) => `Code and the data set ${p.name()} are released together with a ${p.method()} baseline.`,
];

interface Picks {
  method(): string;
  task(): string;
  /** Made of syllables: most are new. */
  name(): string;
  number(): number;
}

/** @returns lines of JSON: id, title, abstract of some 150 words */
export function generatePapers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const random = partRandom(1, i);
    const of = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
    const picks: Picks = {
      method: () => `${of(FIRST)} ${of(MIDDLE)} ${of(LAST)}`,
      task: () => `${of(MIDDLE)} ${of(TASKS)}`,
      name: () =>
        [0, 1, 2]
          .map(() => of(SYLLABLES))
          .join("")
          .replace(/^./u, (letter) => letter.toUpperCase()) + "Net",
      number: () => Math.ceil(random() * 40),
    };
    const sentences = Array.from({ length: 9 }, () => SENTENCES[Math.floor(random() * SENTENCES.length)]!(picks));
    const title = `${picks.name()}: ${picks.method()} for ${picks.task()}`;
    return JSON.stringify({ id: `made:${i + 1}`, title, abstract: sentences.join(" ") });
  });
}
