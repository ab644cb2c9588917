/**
 * What a paper is called where it is shown.
 */
import type { PaperFields } from "./paper-fields.ts";

/** Characters that draw something: Unicode counts some blanks and fillers among letters and symbols. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Whether a reader sees anything of it. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Its title; its id where it has none that can be seen. */
export function paperName({ title, id }: Pick<PaperFields, "title"> & { readonly id: string }): string {
  return isVisible(title) ? title : id;
}
