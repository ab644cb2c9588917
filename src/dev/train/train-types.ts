/** Trains the type model: hashed features and word vectors of annotated spans. */
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { type SparseModel } from "../../extract/model/sparse-model.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { minimize } from "./train-crf.ts";
import { alphabetOf, indexItems, quantize } from "./train-model.ts";
import { type PreparedPaper } from "./train-prepare.ts";

export interface TypeOptions {
  readonly l2: number;
  /** Features seen less often are left out. */
  readonly cutoff: number;
  /** The vectors are stretched by this before they are weighed: their weights are held back less than the others'. */
  readonly stretch: number;
}

/** Multinomial logistic regression on the gold spans: hashed features and word vectors. */
export function trainTypes(
  papers: readonly PreparedPaper[],
  { l2, cutoff, stretch }: TypeOptions,
): { types: SparseModel; typeVectors: number[] } {
  const classes = TERM_TYPES.length;
  const items = papers.map(({ spans }) => spans);
  const alphabet = alphabetOf(items, cutoff);
  const indexed = items.map((item) => indexItems(item, alphabet));
  const vectors = papers.map(({ spanVectors }) => spanVectors.map((value) => value * stretch));
  const width = vectors[0]!.length / items[0]!.labels.length;
  const dense = alphabet.size * classes;
  const p = new Float64Array(classes);
  const weights = minimize(
    dense + width * classes,
    (w, gradient) => {
      let loss = 0;
      for (let i = 0; i < w.length; i++) {
        loss += (l2 / 2) * w[i]! * w[i]!;
        gradient[i] = l2 * w[i]!;
      }
      indexed.forEach(({ offset, features, labels }, d) => {
        const x = vectors[d]!;
        for (let i = 0; i < labels.length; i++) {
          p.fill(0);
          for (let k = offset[i]!; k < offset[i + 1]!; k++)
            for (let y = 0; y < classes; y++) p[y]! += w[features[k]! * classes + y]!;
          for (let k = 0; k < width; k++)
            for (let y = 0; y < classes; y++) p[y]! += x[i * width + k]! * w[dense + k * classes + y]!;
          softmaxInPlace(p);
          loss -= Math.log(p[labels[i]!]!);
          p[labels[i]!]! -= 1;
          for (let k = offset[i]!; k < offset[i + 1]!; k++)
            for (let y = 0; y < classes; y++) gradient[features[k]! * classes + y]! += p[y]!;
          for (let k = 0; k < width; k++)
            for (let y = 0; y < classes; y++) gradient[dense + k * classes + y]! += x[i * width + k]! * p[y]!;
        }
      });
      return loss;
    },
    60,
  );
  const round = (value: number) => Math.round(value * stretch * 1e4) / 1e4;
  return {
    types: quantize(alphabet, weights.subarray(0, dense), classes),
    typeVectors: Array.from(weights.subarray(dense), round),
  };
}
