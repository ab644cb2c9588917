/**
 * The forms that a term is written in: which one it is shown by, and why the others are the same.
 */
import { withoutPlural } from "../../lib/stems.ts";
import type { Alias } from "../../domain/term.ts";
import { isSingleName } from "../choose/coined-names.ts";
import { plainCase, type RunningWords } from "./plain-case.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { variantKey } from "../text/variants.ts";

/** One way of writing a term, with its counts over the corpus. */
export interface Form {
  readonly text: string;
  readonly key: string;
  count: number;
  /** Mentions inside a sentence of an abstract: the form as it is written in running text. */
  running: number;
  /** Mentions in abstracts. */
  readonly inAbstracts: number;
  readonly paper: string;
  short: boolean;
  /** Mentions by which a paper gives it as a name to what it proposes. */
  readonly coined: number;
  /** Why it was joined to its term, when not for its spelling. */
  readonly joined?: string;
}

/**
 * What a paper coined goes by its name ("BERT4Rec"); else spelt out rather than abbreviated (unless hardly anybody does: "BERT"), as in running text rather than in titles,
 * frequent rather than rare. Capitals of titles are taken back where the corpus writes small: see `plainCase`.
 */
export function canonicalForm(forms: readonly Form[], running?: RunningWords): string {
  const coined = coinedName(forms);
  if (coined !== undefined) return coined;
  const long = forms.filter(({ short }) => !short);
  const times = (list: readonly Form[]) => list.reduce((sum, { count }) => sum + count, 0);
  const spelt = long.length > 0 && times(long) * SPELT_OUT >= times(forms);
  const pool = spelt ? long : forms.filter(({ short }) => short || long.length === forms.length);
  const best = [...pool].sort(
    (a, b) =>
      b.running - a.running ||
      b.count - a.count ||
      Number(isShouted(a.text)) - Number(isShouted(b.text)) ||
      compareCodePoints(a.text, b.text),
  )[0];
  if (!best) return "";
  return best.running > 0 || !running ? best.text : plainCase(best.text, running, best.inAbstracts > 0);
}

/** The name by which what papers coin is mostly called; undefined where there is none, or others use the notion, too. */
function coinedName(forms: readonly Form[]): string | undefined {
  const total = forms.reduce((sum, { count }) => sum + count, 0);
  const coined = forms.reduce((sum, form) => sum + form.coined, 0);
  if (coined * MENTIONS_PER_COINING < total) return undefined;
  const names = forms.filter(({ text }) => isSingleName(text));
  const called = names.reduce((sum, { count }) => sum + count, 0);
  if (2 * called <= total) return undefined;
  return [...names].sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text))[0]?.text;
}

/** An abstract that coins a name mentions it a few times; what is mentioned more often is not its own. */
const MENTIONS_PER_COINING = 10;

/** Several words, all in capitals: the way of some journals' titles. */
function isShouted(text: string): boolean {
  return /\s/u.test(text) && /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A term is shown spelt out when at least one mention in so many is. */
const SPELT_OUT = 6;

/** Why a form is the same term as its canonical one. */
function aliasRule(form: Form, canonical: string, canonicalKey: string): string {
  if (form.joined !== undefined) return form.joined;
  const fold = (text: string) => text.toLowerCase();
  if (fold(form.text) === fold(canonical)) return "case";
  const flat = (text: string) => fold(text).replace(/[\s\-‐-―]+/gu, "");
  if (flat(form.text) === flat(canonical)) return "hyphen";
  if (withoutPlural(flat(form.text)) === withoutPlural(flat(canonical))) return "plural";
  return form.short && form.key !== canonicalKey ? "abbreviation" : "spelling";
}

const NO_ALIASES: readonly Alias[] = [];

/** All forms but the one shown, frequent ones first. */
export function aliasesOf(forms: readonly Form[], shown: string): readonly Alias[] {
  const others = forms.filter(({ text }) => text !== shown);
  // Most terms are written in one way; of a million an empty list each takes 16 MB.
  if (others.length === 0) return NO_ALIASES;
  const key = variantKey(shown);
  return others
    .sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text))
    .map((form) => ({ text: form.text, rule: aliasRule(form, shown, key), count: form.count, paper: form.paper }));
}
