/**
 * Every question to a map, one line each: the command line, its help and the viewer read this list.
 */
import { ABBREVIATIONS } from "./abbreviations.ts";
import { BRIDGES } from "./bridges.ts";
import { COMPARE } from "./compare.ts";
import { EXPLAIN } from "./explain.ts";
import { FACTS } from "./facts.ts";
import { GAP_MATRIX } from "./gap-matrix.ts";
import { GAPS } from "./gaps.ts";
import type { GraphIndex } from "./graph-index.ts";
import { PATH } from "./path.ts";
import type { Question } from "./question.ts";
import { SEARCH } from "./search.ts";
import { SIMILAR } from "./similar.ts";
import { TABLE } from "./table.ts";
import { TRENDS } from "./trends.ts";
import { USES } from "./uses.ts";
import { WHATS_NEW } from "./whats-new.ts";

const LIST = {
  gaps: GAPS,
  bridges: BRIDGES,
  path: PATH,
  trends: TRENDS,
  new: WHATS_NEW,
  similar: SIMILAR,
  search: SEARCH,
  facts: FACTS,
  table: TABLE,
  compare: COMPARE,
  abbreviations: ABBREVIATIONS,
  uses: USES,
  "gap-matrix": GAP_MATRIX,
  explain: EXPLAIN,
};

export type QuestionId = keyof typeof LIST;
export type ArgsOf<Id extends QuestionId> = Parameters<(typeof LIST)[Id]["answer"]>[1];
export type AnswerOf<Id extends QuestionId> = ReturnType<(typeof LIST)[Id]["answer"]>;

export const QUESTIONS: { readonly [Id in QuestionId]: Question<ArgsOf<Id>, AnswerOf<Id>> } = LIST;
export const QUESTION_IDS = Object.keys(LIST) as readonly QuestionId[];

export function answerQuestion<Id extends QuestionId>(index: GraphIndex, id: Id, args: ArgsOf<Id>): AnswerOf<Id> {
  return QUESTIONS[id].answer(index, args);
}
