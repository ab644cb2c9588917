/**
 * What the choice of candidates is told of their first and last words, and of the words beside them.
 */
import { type Background } from "../model/background.ts";
import { compoundLength } from "../text/compounds.ts";
import { WORD_TAGS } from "../text/nlp.ts";
import { type Sentence } from "../text/tokens.ts";
import { factsAt, type FieldView } from "./field-view.ts";
import { cohesionOf, gapBefore, isAdjacent, NOT_ADJACENT } from "./token-context.ts";

/** In the order of `EndFact`. */
export function endsOf(
  view: FieldView,
  sentence: Sentence,
  from: number,
  to: number,
  background: Background,
): number[] {
  const { facts, paper } = view;
  const first = facts[headOf(view, from)]!;
  const last = facts[to - 1]!;
  const ends = [first.logPapers, last.logPapers, last.titleRate, wordKind(first.tags), wordKind(last.tags)];
  const beside = (a: number, other: number) => {
    if (!isAdjacent(gapBefore(view, sentence, a + 1))) ends.push(0, NO_WORD, NOT_ADJACENT);
    else {
      const word = factsAt(view, sentence, other);
      const cohesion = cohesionOf(factsAt(view, sentence, a), factsAt(view, sentence, a + 1), background);
      ends.push(word.logPapers, wordKind(word.tags), cohesion);
    }
  };
  beside(from - 1, from - 1);
  beside(to - 1, to);
  ends.push(paper.kind);
  return ends;
}

/** The first word that says something: "vitro" of "in vitro assays". */
const headOf = ({ tokens, facts }: FieldView, from: number): number =>
  facts[from]!.mayLead ? from + compoundLength(tokens.words, from) - 1 : from;

const maskOf = (...tags: (typeof WORD_TAGS)[number][]) =>
  tags.reduce((mask, tag) => mask | (1 << WORD_TAGS.indexOf(tag)), 0);
const NOUN = maskOf("Noun");
const ADJECTIVE = maskOf("Adjective");
const VERB_NOUN = maskOf("Gerund", "PastTense");
const VERB = maskOf("Verb");
/** Kind of what stands beyond a comma, a bracket or the sentence. */
const NO_WORD = 5;

/** Coarse word class by compromise's tags: 0 other, 1 noun, 2 adjective, 3 verb form in -ing or -ed, 4 other verb. */
function wordKind(tags: number): number {
  if (tags & NOUN) return 1;
  if (tags & ADJECTIVE) return 2;
  if (tags & VERB_NOUN) return 3;
  return tags & VERB ? 4 : 0;
}
