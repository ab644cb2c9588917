/**
 * The forms that a term is written in: which one it is shown by, and why the others are the same.
 */
import { withoutPlural } from "../../lib/stems.ts";
import type { Alias } from "../../domain/term.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { variantKey } from "../text/variants.ts";

/** One way of writing a term, with its counts over the corpus. */
export interface Form {
  readonly text: string;
  readonly key: string;
  count: number;
  /** Mentions inside a sentence of an abstract: the form as it is written in running text. */
  running: number;
  readonly paper: string;
  short: boolean;
  /** Why it was joined to its term, when not for its spelling. */
  readonly joined?: string;
}

/**
 * Spelt out rather than abbreviated (unless hardly anybody does: "BERT"), as in running text rather than in titles,
 * frequent rather than rare.
 */
export function canonicalForm(forms: readonly Form[]): string {
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
  return best?.text ?? "";
}

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

/** All forms but the one shown, frequent ones first. */
export function aliasesOf(forms: readonly Form[], shown: string): Alias[] {
  const key = variantKey(shown);
  return forms
    .filter(({ text }) => text !== shown)
    .sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text))
    .map((form) => ({ text: form.text, rule: aliasRule(form, shown, key), count: form.count, paper: form.paper }));
}
