/** Trains the type model: hashed features and word vectors of annotated spans. */
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { type TypeModel } from "../../extract/model/tagger-model.ts";
import { KINDS, typeModelOf } from "../../extract/tag/text-kinds.ts";
import { softmaxInPlace } from "../../lib/softmax.ts";
import { minimize } from "./train-crf.ts";
import { type FeatureIds } from "./feature-ids.ts";
import { alphabetOf, indexItems, quantize } from "./train-model.ts";
import { type PreparedPaper } from "./train-prepare.ts";

export interface TypeOptions {
  readonly l2: number;
  /** Features seen less often are left out. */
  readonly cutoff: number;
  /** The vectors are stretched by this before they are weighed: their weights are held back less than the others'. */
  readonly stretch: number;
  /** What a paper of the other kind of text counts, 0…1. */
  readonly otherKind: number;
  /** What a paper that another hand labelled counts, 0…1. */
  readonly further: number;
  /** Steps of the optimiser, at most. */
  readonly iterations: number;
  /** See `quantize`. */
  readonly least: number;
}

/** One model for each kind of text that has one: of all papers, those of the kind first. */
export function trainTypeModels(papers: readonly PreparedPaper[], ids: FeatureIds, options: TypeOptions): TypeModel[] {
  const numberOf = ({ fields }: PreparedPaper) => typeModelOf(fields[0].view.paper.kind);
  return Array.from({ length: typeModelOf(KINDS - 1) + 1 }, (_, n) =>
    trainTypes(
      papers,
      ids,
      options,
      (paper) => (numberOf(paper) === n ? 1 : options.otherKind) * (paper.isFurther ? options.further : 1),
    ),
  );
}

/** Multinomial logistic regression on the gold spans: hashed features and word vectors. */
function trainTypes(
  papers: readonly PreparedPaper[],
  ids: FeatureIds,
  { l2, cutoff, stretch, iterations, least }: Omit<TypeOptions, "otherKind" | "further">,
  weightOf: (paper: PreparedPaper) => number,
): TypeModel {
  const classes = TERM_TYPES.length;
  const items = papers.map(({ spans }) => spans);
  const alphabet = alphabetOf(items, ids, cutoff);
  const indexed = items.map((item) => indexItems(item, alphabet));
  const shares = papers.map(weightOf);
  const vectors = papers.map(({ spanVectors }) => spanVectors.map((value) => value * stretch));
  const width = vectors[0]!.length / items[0]!.labels.length;
  const dense = alphabet.hashes.length * classes;
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
        const share = shares[d]!;
        for (let i = 0; i < labels.length; i++) {
          p.fill(0);
          for (let k = offset[i]!; k < offset[i + 1]!; k++)
            for (let y = 0; y < classes; y++) p[y]! += w[features[k]! * classes + y]!;
          addProducts(x, i * width, width, w, dense, p);
          softmaxInPlace(p);
          loss -= share * Math.log(p[labels[i]!]!);
          p[labels[i]!]! -= 1;
          for (let y = 0; y < classes; y++) p[y]! *= share;
          for (let k = offset[i]!; k < offset[i + 1]!; k++)
            for (let y = 0; y < classes; y++) gradient[features[k]! * classes + y]! += p[y]!;
          addOuter(x, i * width, width, p, gradient, dense);
        }
      });
      return loss;
    },
    iterations,
  );
  const round = (value: number) => Math.round(value * stretch * 1e4) / 1e4;
  return {
    features: quantize(alphabet, weights.subarray(0, dense), classes, least),
    vectors: Array.from(weights.subarray(dense), round),
  };
}

/** Adds to `p` a row of `x` times a matrix of five columns that begins at `from` in `w`; written out, for it takes most of the time. */
function addProducts(
  x: Float32Array,
  row: number,
  width: number,
  w: Float64Array,
  from: number,
  p: Float64Array,
): void {
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  for (let k = 0, at = from; k < width; k++, at += 5) {
    const value = x[row + k]!;
    a += value * w[at]!;
    b += value * w[at + 1]!;
    c += value * w[at + 2]!;
    d += value * w[at + 3]!;
    e += value * w[at + 4]!;
  }
  p[0]! += a;
  p[1]! += b;
  p[2]! += c;
  p[3]! += d;
  p[4]! += e;
}

/** Adds the products of a row of `x` and `p`, class by class, to a matrix of five columns that begins at `from`. */
function addOuter(
  x: Float32Array,
  row: number,
  width: number,
  p: Float64Array,
  into: Float64Array,
  from: number,
): void {
  const [a, b, c, d, e] = [p[0]!, p[1]!, p[2]!, p[3]!, p[4]!];
  for (let k = 0, at = from; k < width; k++, at += 5) {
    const value = x[row + k]!;
    into[at]! += value * a;
    into[at + 1]! += value * b;
    into[at + 2]! += value * c;
    into[at + 3]! += value * d;
    into[at + 4]! += value * e;
  }
}
