/**
 * Words that stand for what the paper proposes: "our method", "the proposed framework", "it", "we".
 */
import type { RoleWord } from "../terms/role-words.ts";

/** In `SentenceElements.term`: a word, and a word that stands for what the paper proposes. */
export const WORD = -1;
export const ANAPHOR = -2;

const NOUN =
  /^(?:method|approach|framework|model|system|algorithm|architecture|technique|pipeline|strategy|network|agent|solution|scheme|formulation|dataset|benchmark|corpus|metric|loss|module|paradigm|tool|library|theory|work|result|experiment|evaluation|study|design|procedure|estimator|protocol|platform|policy|mechanism|package|toolkit|suite|representation|objective|training|construction|measure|test|analysis|variant|proposal)e?s?$/u;
/** Nouns that stand for the proposal behind a mere "the". */
const OWN_NOUN =
  /^(?:method|approach|framework|system|algorithm|architecture|pipeline|dataset|benchmark|model|scheme|strategy|technique)s?$/u;
const OWN = /^(?:our|this|these|proposed|presented|resulting)$/u;
/** Between "our" and its noun. */
const REACH = 3;

/** @param term elements of a sentence, as `SentenceElements` has them */
export function isAnaphor(term: readonly number[], word: readonly RoleWord[], i: number): boolean {
  if (term[i] !== WORD) return false;
  const { text } = word[i]!;
  if (text === "we" || text === "it") return true;
  if (!NOUN.test(text)) return false;
  for (let k = i - 1; k >= 0 && i - k <= REACH && term[k] === WORD; k--) {
    const before = word[k]!;
    if (OWN.test(before.text)) return true;
    if (before.text === "the") return k === i - 1 && OWN_NOUN.test(text);
    if (before.parts || before.isPreposition) return false;
  }
  return false;
}
