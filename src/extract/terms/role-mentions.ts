/**
 * Mentions as the role model reads them.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import { type Chosen } from "../choose/choose-spans.ts";
import { type RoleMention } from "./role-features.ts";
import { type TaggedPaper } from "../tag/tag-papers.ts";

export function roleMentions(
  paper: Pick<Paper, "title" | "abstract">,
  { sentences }: TaggedPaper,
  mentions: readonly Chosen[],
): RoleMention[] {
  return mentions.map(({ candidate: { field, start, end, sentence, sentenceNumber } }) => ({
    sentence: fieldText(paper, field).slice(sentence.start, sentence.end),
    start: start - sentence.start,
    end: end - sentence.start,
    inTitle: field === "title",
    place: field === "title" ? 0 : sentenceNumber / Math.max(1, sentences.abstract - 1),
  }));
}

/** Has the term a short form in the paper, or is it one? */
export function isDefined({ abbreviations }: TaggedPaper, mentions: readonly Chosen[]): boolean {
  const texts = new Set(mentions.map(({ candidate }) => candidate.text));
  return abbreviations.some(({ short, long }) => texts.has(short.text) || texts.has(long.text));
}
