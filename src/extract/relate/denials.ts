/**
 * Statements that a sentence denies or only imagines: "cannot be used for", "would make X part of Y", "future work".
 * Such a place is not read at all.
 */
import { WORD } from "./anaphors.ts";
import type { SentenceElements } from "./sentence-elements.ts";

const DENIAL = /^(?:not|cannot|can't|never|nor|neither|unable|unlikely|isn't|aren't|doesn't|don't|won't|incapable)$/u;
/** Behind a denial they take it back: "not only", "not limited to". */
const TAKES_BACK = /^(?:only|just|merely|simply|solely|limited|restricted|necessarily|until)$/u;
const IMAGINED = /^(?:would|could|might)$/u;

/** @param i and `j` elements of the sentence, `i` before `j` */
export function isDenied({ term, word }: SentenceElements, i: number, j: number): boolean {
  for (let k = i + 1; k < j; k++) {
    if (term[k] !== WORD) continue;
    const { text } = word[k]!;
    if (IMAGINED.test(text)) return true;
    if (DENIAL.test(text) && !(term[k + 1] === WORD && TAKES_BACK.test(word[k + 1]!.text))) return true;
  }
  return false;
}
