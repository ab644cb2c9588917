/**
 * Texts through the layer that stands before the tagger, with few words known.
 */
import { cleanPaper, readableText } from "../../../../src/extract/text/clean/clean-text.ts";

const KNOWN = new Map(
  Object.entries({
    convolutional: 90,
    segmentation: 80,
    images: 90,
    transformer: 80,
    nonlinear: 60,
    "non-linear": 50,
    "long-term": 70,
    "self-supervised": 60,
    "fine-tuning": 60,
    long: 80,
    term: 80,
    low: 90,
    resource: 80,
    language: 90,
    models: 90,
  }),
);
const frequency = (word: string) => KNOWN.get(word) ?? 0;

export const read = (text: string): string => readableText(text, frequency).text;

/** The abstract as it is tagged; paragraphs as one line. */
export const readAbstract = (abstract: string): string =>
  cleanPaper({ title: "", abstract }, frequency).abstract.replace(/\s+/g, " ").trim();

/** The slice as given that `part` of the readable text is. */
export function given(text: string, part: string): string {
  const clean = readableText(text, frequency);
  const at = clean.text.indexOf(part);
  return text.slice(clean.givenStart(at), clean.givenEnd(at + part.length));
}
