/**
 * Which mentions are of one term: variants by key, abbreviations by definition, then what people decided.
 */
import type { Paper } from "../domain/paper.ts";
import { staged, type Decision, type Problem, type Staged } from "../domain/staged.ts";
import type { UserDecision } from "../domain/user-decisions.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Chosen } from "./choice.ts";
import { type TaggedPaper } from "./tag-papers.ts";
import { singular, variantKey } from "./variants.ts";

/** Per paper, per mention. */
export interface Grouping {
  /** The name of its group: opaque, equal for mentions of one term. */
  readonly groupOf: readonly (readonly string[])[];
  /** Display names that are not left to the forms: given by people, or needed to tell readings apart. */
  readonly names: ReadonlyMap<string, string>;
}

interface Joined {
  readonly group: string;
  /** Why the group is not that of the mention's own key. */
  readonly rule?: "abbreviation" | "decision";
}

export function groupForms(
  papers: readonly Paper[],
  tagged: readonly TaggedPaper[],
  chosen: readonly (readonly Chosen[])[],
  order: readonly number[],
  decisions: readonly UserDecision[],
): Staged<Grouping> {
  const groupKey = closedForms(chosen, order);
  const readings = shortFormReadings(tagged, order, groupKey);
  const names = new Map<string, string>();
  const mentioned = new Set(chosen.flatMap((mentions) => mentions.map(({ candidate: { key } }) => groupKey(key))));
  const automatic = chosen.map((mentions, i): Joined[] => {
    const own = new Map(tagged[i]!.abbreviations.map(({ short, long }) => [shortKey(short.text), long.text]));
    return mentions.map(({ candidate: { text, key } }) => {
      const long = longFormOf(text, own, readings);
      if (long === undefined) return { group: groupKey(key) };
      const group = groupKey(variantKey(long));
      if (mentioned.has(group)) return { group, rule: "abbreviation" };
      // The long form is no term anywhere: its text is needed only to tell it from other readings.
      if ((readings.get(shortKey(text))?.size ?? 0) < 2) return { group: groupKey(key) };
      if (!names.has(group)) names.set(group, long);
      return { group, rule: "abbreviation" };
    });
  });
  const decided = decideGroups(chosen, automatic, decisions, names);
  const groupOf = decided.value.map((mentions) => mentions.map(({ group }) => group));
  return staged({ groupOf, names }, decided.problems, ledger(papers, chosen, decided.value, order));
}

/** What people joined and parted. */
function decideGroups(
  chosen: readonly (readonly Chosen[])[],
  automatic: readonly (readonly Joined[])[],
  decisions: readonly UserDecision[],
  names: Map<string, string>,
): Staged<readonly (readonly Joined[])[]> {
  const wanted = decisions.filter((d) => d.kind === "split" || d.kind === "merge");
  if (wanted.length === 0) return staged(automatic);
  const byForm = new Map(wanted.map((d) => [d.form, d]));
  const groupOfText = new Map(
    chosen.flatMap((mentions, i) => mentions.map(({ candidate }, m) => [candidate.text, automatic[i]![m]!.group])),
  );
  const used = new Set<UserDecision>();
  const value = chosen.map((mentions, i) =>
    mentions.map(({ candidate: { text, key } }, m): Joined => {
      const decision = byForm.get(text) ?? byForm.get(key);
      if (!decision) return automatic[i]![m]!;
      used.add(decision);
      if (decision.kind === "split") return { group: `=${text}`, rule: "decision" };
      const group = groupOfText.get(decision.canonical) ?? variantKey(decision.canonical);
      names.set(group, decision.canonical);
      return { group, rule: "decision" };
    }),
  );
  return staged(value, wanted.filter((d) => !used.has(d)).map(unmatched));
}

/**
 * Keys that differ only by being written in one word ("pre training", "pretraining"; "cifar 10", "cifar10") or by the
 * number of the word before "of" meet under the one that more papers use.
 */
function closedForms(chosen: readonly (readonly Chosen[])[], order: readonly number[]): (key: string) => string {
  const papers = new Map<string, number>();
  for (const i of order)
    for (const key of new Set(chosen[i]!.map(({ candidate }) => candidate.key)))
      papers.set(key, (papers.get(key) ?? 0) + 1);
  const best = new Map<string, string>();
  const closedOf = new Map<string, string>();
  for (const [key, count] of papers) {
    const closed = closedForm(key);
    closedOf.set(key, closed);
    const rival = best.get(closed);
    const rivalCount = rival === undefined ? 0 : (papers.get(rival) ?? 0);
    if (rival === undefined || count > rivalCount || (count === rivalCount && compareCodePoints(key, rival) < 0))
      best.set(closed, key);
  }
  return (key) => best.get(closedOf.get(key) ?? closedForm(key)) ?? key;
}

/** Plurals that look like singulars to `variantKey`. */
const SHORT_PLURALS: ReadonlyMap<string, string> = new Map([
  ["ids", "id"],
  ["taus", "tau"],
]);

function closedForm(key: string): string {
  const words = key.split(" ").map((word) => SHORT_PLURALS.get(word) ?? word);
  return words.map((word, i) => (words[i + 1] === "of" ? singular(word) : word)).join("");
}

export function unmatched(decision: UserDecision): Problem {
  const subject = "form" in decision ? decision.form : "term" in decision ? decision.term : decision.member;
  return {
    code: "decisions/unmatched",
    severity: "warning",
    message: `${decision.kind} "${subject}" matches no term`,
    hint: "write the form exactly as it is shown, or remove the line",
    where: { file: decision.file ?? "decisions.tsv", line: decision.line },
  };
}

/** Short forms are told apart by case: "AL" is not "al". A plural s is dropped. */
function shortKey(text: string): string {
  return /^\p{Lu}.*\p{Lu}.*s$/u.test(text) || /\p{Lu}s$/u.test(text) ? text.slice(0, -1) : text;
}

/** The long form that a mention's text stands for: the paper's own, else the corpus's only one. */
function longFormOf(text: string, own: ReadonlyMap<string, string>, readings: Readings): string | undefined {
  const short = shortKey(text);
  const defined = own.get(short);
  if (defined !== undefined || !/\p{Lu}/u.test(text)) return defined;
  // "Bert" is "BERT" when nothing else is.
  const known =
    readings.get(short) ?? (/^\p{Lu}\p{Ll}{3,}$/u.test(short) ? readings.get(short.toUpperCase()) : undefined);
  if (!known) return undefined;
  const ranked = [...known].sort(([, a], [, b]) => b.papers - a.papers || compareCodePoints(a.text, b.text));
  const [key, best] = ranked[0]!;
  const total = ranked.reduce((sum, [, reading]) => sum + reading.papers, 0);
  // "deep convolutional neural network" is no second reading of CNN.
  const kin = ranked.reduce(
    (sum, [other, reading]) => sum + (holds(other, key) || holds(key, other) ? reading.papers : 0),
    0,
  );
  return ranked.length === 1 || (best.papers >= 2 && kin >= SURE_SHARE * total) ? best.text : undefined;
}

/** Do all words of `part` stand in `whole`? */
function holds(whole: string, part: string): boolean {
  const words = new Set(whole.split(" "));
  return part.split(" ").every((word) => words.has(word));
}

/** A lone slip among many definitions is no second reading. */
const SURE_SHARE = 0.8;

/** Short form → long form's group key → its text and the number of papers that define it so. */
type Readings = ReadonlyMap<string, ReadonlyMap<string, { readonly text: string; papers: number }>>;

function shortFormReadings(
  tagged: readonly TaggedPaper[],
  order: readonly number[],
  groupKey: (key: string) => string,
): Readings {
  const readings = new Map<string, Map<string, { text: string; papers: number }>>();
  for (const i of order) {
    for (const { short, long } of tagged[i]!.abbreviations) {
      const key = shortKey(short.text);
      const longs = readings.get(key) ?? new Map<string, { text: string; papers: number }>();
      readings.set(key, longs);
      const longKey = groupKey(variantKey(long.text));
      const reading = longs.get(longKey);
      if (reading) reading.papers++;
      else longs.set(longKey, { text: long.text, papers: 1 });
    }
  }
  return readings;
}

/** One row per surface form that was joined to a group for another reason than its spelling. */
function ledger(
  papers: readonly Paper[],
  chosen: readonly (readonly Chosen[])[],
  joined: readonly (readonly Joined[])[],
  order: readonly number[],
): Decision[] {
  const rows = new Map<string, { form: string; group: string; rule: string; count: number; paper: string }>();
  for (const i of order) {
    chosen[i]!.forEach(({ candidate: { text } }, m) => {
      const { group, rule } = joined[i]![m]!;
      if (rule === undefined) return;
      const row = rows.get(`${text}\t${group}`);
      if (row) row.count++;
      else rows.set(`${text}\t${group}`, { form: text, group, rule, count: 1, paper: papers[i]!.id });
    });
  }
  return [...rows.values()].map(({ form, group, rule, count, paper }) => ({
    stage: "variants",
    action: group.startsWith("=") ? "split" : "merge",
    subject: form,
    rule,
    result: group.replace(/^=/u, ""),
    count,
    paper,
  }));
}
