/**
 * What a person decided in `decisions.tsv`; people decide last.
 */
import type { TermType } from "../contract/graph-document.ts";

export type UserDecision = { readonly file?: string; readonly line: number } & (
  | { readonly kind: "merge"; readonly form: string; readonly canonical: string }
  | { readonly kind: "split"; readonly form: string }
  | { readonly kind: "type"; readonly term: string; readonly type: TermType }
  | { readonly kind: "drop"; readonly term: string }
  | { readonly kind: "keep"; readonly term: string }
  | { readonly kind: "label"; readonly member: string; readonly name: string }
);
