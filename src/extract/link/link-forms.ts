/**
 * The written forms that further mentions are looked for by: what each stands for, and where that holds.
 */
import { NumberedPairs } from "../../lib/numbered-pairs.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { BY_KEY, type Grouping } from "../group/grouping.ts";
import { isName } from "./same-capitals.ts";

/** One row per form and group, told to all shards. */
export interface LinkForms {
  readonly texts: readonly string[];
  readonly groups: Uint32Array;
  /** See `Grouping.rules`. */
  readonly rules: Uint8Array;
  /** 1: the form stands for the group only in papers that mention it in another way, too. */
  readonly needsOwn: Uint8Array;
  /** Short forms of more than one sense: see `OpenShorts`. What a place of one means is asked once all are found. */
  readonly openShorts: readonly string[];
}

/** Row and group of a place of an open short form. */
export const OPEN_ROW = -1;
export const OPEN_GROUP = 0xffffffff;

/** Shorter words are rather signs and slips. */
const MIN_LETTERS = 4;
/** A name of up to three letters means the same everywhere only if so many papers say so. */
const MIN_SIGN_PAPERS = 3;

/** Forms in canonical order of first mention. @param order canonical order of the papers */
export function linkForms(
  { ends, formOf, texts, definitions }: CorpusMentions,
  { groupOf, rules, groups, openShorts }: Pick<Grouping, "groupOf" | "rules" | "groups" | "openShorts">,
  order: readonly number[],
): LinkForms {
  const rows = new NumberedPairs();
  const forms: number[] = [];
  const ruleOf: number[] = [];
  /** Per row: papers that have it without defining it; papers of each group. */
  const undefinedPapers: number[] = [];
  const lastOfRow: number[] = [];
  const papers = new Uint32Array(groups.length);
  const lastOfGroup = new Int32Array(groups.length).fill(-1);
  const shorts = new Set(definitions.flatMap((own) => own.map(({ short }) => short)));
  for (const i of order) {
    const own = definitions[i]!;
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      const [form, group] = [formOf[m]!, groupOf[m]!];
      const row = rows.numberOf(form, group);
      if (row === forms.length) {
        forms.push(form);
        ruleOf.push(rules[m]!);
        undefinedPapers.push(0);
        lastOfRow.push(-1);
      }
      if (lastOfGroup[group] !== i) papers[group]!++;
      lastOfGroup[group] = i;
      if (lastOfRow[row] === i) continue;
      lastOfRow[row] = i;
      if (!own.some(({ short }) => short === texts[form])) undefinedPapers[row]!++;
    }
  }
  /** Groups with a short form or name of one word: its small letters are an ordinary word. */
  const isNamed = new Uint8Array(groups.length);
  forms.forEach((form, row) => {
    if (isName(texts[form]!) && !/\s/u.test(texts[form]!)) isNamed[rows.second(row)] = 1;
  });
  const kept: number[] = [];
  const needsOwn: number[] = [];
  forms.forEach((form, row) => {
    const text = texts[form]!;
    const inPapers = papers[rows.second(row)]!;
    if (!isTelling(text, ruleOf[row]!) || (isNamed[rows.second(row)] === 1 && /^\p{Ll}+$/u.test(text))) return;
    kept.push(row);
    const isSign = text.length < MIN_LETTERS && inPapers < MIN_SIGN_PAPERS;
    needsOwn.push(isSign || (shorts.has(text) && undefinedPapers[row] === 0) ? 1 : 0);
  });
  return {
    texts: kept.map((row) => texts[forms[row]!]!),
    groups: Uint32Array.from(kept, (row) => rows.second(row)),
    rules: Uint8Array.from(kept, (row) => ruleOf[row]!),
    needsOwn: Uint8Array.from(needsOwn),
    openShorts: openShorts.shorts,
  };
}

/** Several words or a name say what they mean; a short plain word does not. */
function isTelling(text: string, rule: number): boolean {
  if (text.length < 2) return false;
  if (isName(text)) return true;
  if (/[\s-]/u.test(text)) return true;
  // A plain word that stands for a short form was taken for it in its place only.
  return text.length >= MIN_LETTERS && rule === BY_KEY;
}
