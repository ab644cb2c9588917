/**
 * What a written form stands for, in a paper and in the corpus. Answers are kept per form, except where a paper's own
 * short forms decide.
 */
import type { CorpusMentions, Definition } from "../choose/corpus-mentions.ts";
import { variantKey } from "../text/variants.ts";
import { acronymParts, longFormOf, spellOut } from "./long-forms.ts";
import { countPapers } from "./count-papers.ts";
import { gatherSenses, shortKey } from "./senses.ts";

export interface FormReader {
  /** The key that stands for a variant key. */
  groupKey(key: string): string;
  /** The key that stands for a key whose long form is written otherwise elsewhere. */
  rootOf(key: string): string;
  /** Group key of a form, its short forms spelt out as the paper does. */
  readForm(form: number, paper: number): string;
  /** The same of any text. */
  readText(text: string, paper: number): string;
  /** The long form that the whole form stands for, if it is a short one. */
  longForm(form: number, paper: number): string | undefined;
  /** Does the paper define the form, or a short form among its words, for itself? Elsewhere it means the same everywhere. */
  isDefined(form: number, paper: number): boolean;
  /** Meanings of the form as a short form in the corpus. */
  sensesOf(form: number): number;
}

const NONE: ReadonlyMap<string, string> = new Map();

export function formReader(
  forms: CorpusMentions,
  order: readonly number[],
  groupKey: (key: string) => string,
): FormReader {
  const { texts, keyOf, keys, definitions } = forms;
  const own = definitions.map(ownShortForms);
  const papersWith = papersWithKeys(forms, groupKey);
  const written = gatherSenses(definitions, order, (long) => groupKey(variantKey(long)), papersWith);
  // Again with "multi-agent RL" read as "multi-agent reinforcement learning".
  const readText = (text: string, paper: number) => groupKey(variantKey(spellOut(text, own[paper]!, written)));
  const senses = gatherSenses(definitions, order, readText, papersWith);
  const shorts = texts.map((text) => acronymParts(text).map(shortKey));
  const kept: (string | undefined)[] = [];
  const keptLong: (string | null | undefined)[] = [];
  const readAlone = (form: number): string =>
    shorts[form]!.length === 0
      ? groupKey(keys[keyOf[form]!]!)
      : groupKey(variantKey(spellOut(texts[form]!, NONE, written)));
  const longAlone = (form: number): string | null => longFormOf(texts[form]!, NONE, senses) ?? null;
  return {
    groupKey,
    rootOf: (key) => senses.rootOf.get(key) ?? key,
    readText,
    readForm: (form, paper) =>
      shorts[form]!.some((short) => own[paper]!.has(short))
        ? readText(texts[form]!, paper)
        : (kept[form] ??= readAlone(form)),
    longForm: (form, paper) => {
      const mine = own[paper]!;
      const defined = mine.size === 0 ? undefined : mine.get(shortKey(texts[form]!));
      return (
        defined ?? (keptLong[form] === undefined ? (keptLong[form] = longAlone(form)) : keptLong[form]) ?? undefined
      );
    },
    isDefined: (form, paper) => {
      const mine = own[paper]!;
      return mine.size > 0 && (mine.has(shortKey(texts[form]!)) || shorts[form]!.some((short) => mine.has(short)));
    },
    sensesOf: (form) => senses.of(texts[form]!).length,
  };
}

/** The short forms that a paper defines, with their long forms. */
function ownShortForms(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  return definitions.length === 0 ? NONE : new Map(definitions.map(({ short, long }) => [shortKey(short), long]));
}

/** Group key → papers with a mention of it. */
function papersWithKeys(forms: CorpusMentions, groupKey: (key: string) => string): ReadonlyMap<string, number> {
  const numberOf = new Map<string, number>();
  const groupOf = forms.keys.map((key) => {
    const group = groupKey(key);
    const number = numberOf.get(group) ?? numberOf.size;
    numberOf.set(group, number);
    return number;
  });
  const papers = countPapers(forms, (form) => groupOf[forms.keyOf[form]!]!, numberOf.size);
  return new Map([...numberOf].map(([group, number]) => [group, papers[number]!]));
}
