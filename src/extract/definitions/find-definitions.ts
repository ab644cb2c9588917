/**
 * Sentences that define a term: "X is a …", "X, a … that …", "we define X as …", "a … that …, called X".
 */
import type { StatedDefinition } from "../../domain/statement.ts";
import type { TermSentence, TermSpan } from "../sentences/term-sentences.ts";
import {
  DEFINITION_PATTERNS,
  type DefinitionPattern,
  IS_JUDGEMENT,
  MAY_DEFINE,
  NEEDS_TELLING,
  OPENS,
} from "./definition-patterns.ts";

/** Longer sentences are lists or badly cut. */
const MAX_SENTENCE = 700;

/** In text order, at most one for a term. @param sentences of one paper */
export function findDefinitions(sentences: readonly TermSentence[]): StatedDefinition[] {
  const found = new Map<number, StatedDefinition>();
  for (const sentence of sentences) {
    if (sentence.field === "title" || !mayDefine(sentence.text)) continue;
    for (const span of sentence.terms) {
      const definition = found.has(span.term) ? undefined : definitionOf(sentence, span);
      if (definition) found.set(span.term, definition);
    }
  }
  return [...found.values()];
}

/** A cheap question before the dear ones. */
export const mayDefine = (text: string): boolean => text.length <= MAX_SENTENCE && MAY_DEFINE.test(text);

function definitionOf(sentence: TermSentence, span: TermSpan): StatedDefinition | undefined {
  const { text } = sentence;
  const [before, behind] = [text.slice(0, span.start), text.slice(span.end)];
  for (const pattern of DEFINITION_PATTERNS) {
    const says = saidBy(pattern, before, behind);
    if (!says) continue;
    const start = sentence.start + (says.isBehind ? span.end : 0) + says.start;
    return {
      field: sentence.field,
      sentence: { start: sentence.start, end: sentence.end },
      term: span.term,
      form: pattern.form,
      says: { start, end: start + says.length },
    };
  }
  return undefined;
}

interface Said {
  readonly start: number;
  readonly length: number;
  readonly isBehind: boolean;
}

function saidBy(pattern: DefinitionPattern, before: string, behind: string): Said | undefined {
  if (pattern.isFirst && !OPENS.test(before)) return undefined;
  const first = pattern.before?.exec(before);
  const second = pattern.behind?.exec(behind);
  if ((pattern.before && !first) || (pattern.behind && !second)) return undefined;
  const isBehind = second?.[1] !== undefined;
  const match = isBehind ? second : first;
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  if (pattern.form !== "defined as" && (!NEEDS_TELLING.test(words) || IS_JUDGEMENT.test(words))) return undefined;
  return { start: match.index + match[0].lastIndexOf(words), length: words.trimEnd().length, isBehind };
}
