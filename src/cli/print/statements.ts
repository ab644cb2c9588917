/**
 * Sentences and results that answers rest on, in words and for `--json`.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { ResultRecord } from "../../contract/stated.ts";
import type { GraphIndex } from "../../query/graph-index.ts";
import type { ToldResult } from "../../query/say-result.ts";
import type { Statement } from "../../query/stated.ts";
import { type Brief, brief } from "./printed.ts";

export const papersIn = (n: number): string => `${n} ${n === 1 ? "paper" : "papers"}`;

/** A sentence with its paper, for `--json`. */
export function said(index: GraphIndex, { paper, field, sentence }: Statement): Brief {
  const node = index.document.papers[paper];
  return {
    ...brief(index, paper),
    ...(node && field && sentence && { field, sentence: fieldText(node, field).slice(...sentence), at: sentence }),
  };
}

export const quoted = (index: GraphIndex, { paper, field, sentence }: Statement): string | undefined => {
  const node = index.document.papers[paper];
  return node && field && sentence ? `“${fieldText(node, field).slice(...sentence)}” (${node.title})` : undefined;
};

/** For `--json` and `--csv`. */
export function results(index: GraphIndex, told: readonly ToldResult[]): readonly ResultRecord[] {
  return told.flatMap(({ place }) => index.document.results?.[place] ?? []);
}
