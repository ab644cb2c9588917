/** Trains logistic models of two classes. */
import { sigmoid } from "../../lib/softmax.ts";
import { type LogisticModel } from "../../extract/model/logistic-model.ts";
import { minimize } from "./train-crf.ts";

/** Logistic regression over named features; standardisation is folded into the weights. */
export function trainLogistic(
  examples: readonly { readonly features: Readonly<Record<string, number>>; readonly label: boolean }[],
  l2 = 1,
): LogisticModel {
  const names = Object.keys(examples[0]?.features ?? {});
  const columns = names.map((name) => Float64Array.from(examples, ({ features }) => features[name] ?? 0));
  const mean = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
  const deviation = columns.map(
    (column, c) => Math.sqrt(column.reduce((a, b) => a + (b - mean[c]!) ** 2, 0) / column.length) || 1,
  );
  const weights = minimize(
    names.length + 1,
    (w, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let c = 0; c < names.length; c++) {
        loss += (l2 / 2) * w[c]! ** 2;
        gradient[c] = l2 * w[c]!;
      }
      examples.forEach(({ label }, i) => {
        let z = w[names.length]!;
        for (let c = 0; c < names.length; c++) z += (w[c]! * (columns[c]![i]! - mean[c]!)) / deviation[c]!;
        const p = sigmoid(z);
        loss -= Math.log(Math.max(1e-12, label ? p : 1 - p));
        const residual = p - (label ? 1 : 0);
        for (let c = 0; c < names.length; c++)
          gradient[c]! += (residual * (columns[c]![i]! - mean[c]!)) / deviation[c]!;
        gradient[names.length]! += residual;
      });
      return loss;
    },
    100,
  );
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  const raw = names.map((_, c) => weights[c]! / deviation[c]!);
  const bias = weights[names.length]! - raw.reduce((sum, weight, c) => sum + weight * mean[c]!, 0);
  return { bias: round(bias), weights: Object.fromEntries(names.map((name, c) => [name, round(raw[c]!)])) };
}
