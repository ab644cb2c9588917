/** Learns to tell texts about computing from others, by where the training papers come from. */
import { type Background } from "../../extract/model/background.ts";
import { type FieldText } from "../../extract/tag/paper-view.ts";
import { meanVector } from "../../extract/tag/text-kinds.ts";
import { trainLogistic } from "./train-logistic.ts";

/** @returns one weight per dimension of the word vectors, then the bias */
export function trainTextKinds(
  texts: readonly { readonly fields: readonly FieldText[]; readonly isComputing: boolean }[],
  background: Background,
): number[] {
  const names = Array.from({ length: background.dimensions }, (_, d) => `v${d}`);
  const { bias, weights } = trainLogistic(
    texts.map(({ fields, isComputing }) => {
      const mean = meanVector(
        background,
        fields.flatMap(({ view }) => view.facts),
      );
      return { features: Object.fromEntries(names.map((name, d) => [name, mean[d]!])), label: isComputing };
    }),
  );
  return [...names.map((name) => weights[name]!), bias];
}
