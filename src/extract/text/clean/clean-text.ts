/**
 * A title or an abstract as given → the text that is tagged, with the way back for offsets.
 *
 * One step after the other, each asked for by a sign that it needs: most texts have none and are handed on as they are.
 */
import type { Paper, TextField } from "../../../domain/paper.ts";
import { BLANK, characterEdits, UNSEEN, type WordFrequency } from "./characters.ts";
import { applyEdits, type CleanText, type Edit, unchanged } from "./edits.ts";
import { entityEdits, tagEdits } from "./html.ts";
import { headingEdits } from "./headings.ts";
import { latexEdits } from "./latex.ts";
import { noticeEdits } from "./notices.ts";

export type { CleanText } from "./edits.ts";
export type { WordFrequency } from "./characters.ts";

/** A paper's texts as they are tagged, and the way back to those given. */
export interface CleanPaper {
  readonly title: string;
  readonly abstract: string;
  readonly fields: Readonly<Record<TextField, CleanText>>;
}

/** Anything that a step may change. */
const ODD = new RegExp(
  String.raw`[&<\\$~{${BLANK}${UNSEEN}\ufb00-\ufb06\uff01-\uff5e\ud835]| {2}|[A-Za-z][-‐‑] |--|\x60\x60|''|^ | $`,
);

/**
 * The same strings where nothing is to do.
 * @param frequency decides whether a word cut at a line's end had a hyphen
 */
export function cleanPaper(
  { title, abstract }: Pick<Paper, "title" | "abstract">,
  frequency: WordFrequency,
): CleanPaper {
  const readable = readableText(abstract ?? "", frequency);
  // Publishers' lines are found with the headings that some of them have.
  const told = applyEdits(readable, noticeEdits(readable.text));
  const fields = { title: readableText(title, frequency), abstract: applyEdits(told, headingEdits(told.text)) };
  return { title: fields.title.text, abstract: fields.abstract.text, fields };
}

/** Every character as what it stands for, without mark-up, in one line. */
export function readableText(given: string, frequency: WordFrequency): CleanText {
  let clean = unchanged(given);
  if (!ODD.test(given)) return clean;
  const step = (sign: string, edits: (text: string) => Edit[]): boolean => {
    const found = clean.text.includes(sign) ? edits(clean.text) : [];
    clean = applyEdits(clean, found);
    return found.length > 0;
  };
  // "&amp;lt;": what was escaped twice is read twice.
  for (let times = 0; times < MAX_ESCAPED && step("&", entityEdits); times++);
  step("<", tagEdits);
  clean = applyEdits(clean, latexEdits(clean.text));
  return applyEdits(clean, characterEdits(clean.text, frequency));
}

const MAX_ESCAPED = 3;
