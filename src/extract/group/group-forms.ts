/**
 * Which mentions are of one term: variants by key, abbreviations by definition, then what people decided.
 */
import type { Paper } from "../../domain/paper.ts";
import { type Decision, mergeEnds, writtenForm } from "../../contract/decisions.ts";
import { staged, type LedgerEntry, type Problem, type Staged } from "../../domain/staged.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { type Chosen } from "../choose/choose-spans.ts";
import { longFormOf, spellOut } from "./long-forms.ts";
import { gatherReadings, shortKey } from "./readings.ts";
import { type TaggedPaper } from "../tag/tag-papers.ts";
import { singular, variantKey } from "../text/variants.ts";

/** Per paper, per mention. */
export interface Grouping {
  /** The name of its group: opaque, equal for mentions of one term. */
  readonly groupOf: readonly (readonly string[])[];
  /** Why a mention's group is not that of its own key; these merges are in the ledger. */
  readonly ruleOf: readonly (readonly (JoinRule | undefined)[])[];
  /** Display names that are not left to the forms: given by people, or needed to tell readings apart. */
  readonly names: ReadonlyMap<string, string>;
  /** Long forms of groups that share a short form with others, by group. */
  readonly glosses: ReadonlyMap<string, string>;
}

export type JoinRule = "abbreviation" | "reading" | "decision";

interface Joined {
  readonly group: string;
  /** Why the group is not that of the mention's own key. */
  readonly rule?: JoinRule;
}

export function groupForms(
  papers: readonly Paper[],
  tagged: readonly TaggedPaper[],
  chosen: readonly (readonly Chosen[])[],
  order: readonly number[],
  decisions: readonly Decision[],
): Staged<Grouping> {
  const groupKey = closedForms(chosen, order);
  const papersWith = new Map<string, number>();
  for (const i of order)
    for (const key of new Set(chosen[i]!.map(({ candidate }) => groupKey(candidate.key))))
      papersWith.set(key, (papersWith.get(key) ?? 0) + 1);
  const own = tagged.map(
    ({ abbreviations }) => new Map(abbreviations.map(({ short, long }) => [shortKey(short.text), long.text])),
  );
  const written = gatherReadings(tagged, order, (long) => groupKey(variantKey(long)), papersWith);
  // Again with "multi-agent RL" read as "multi-agent reinforcement learning".
  const keyOf = (text: string, i: number) => groupKey(variantKey(spellOut(text, own[i]!, written)));
  const readings = gatherReadings(tagged, order, keyOf, papersWith);
  const rootOf = (key: string) => readings.rootOf.get(key) ?? key;
  const mentioned = new Set(chosen.flatMap((list, i) => list.map(({ candidate }) => rootOf(keyOf(candidate.text, i)))));
  const names = new Map<string, string>();
  const glosses = new Map<string, string>();
  const joined = chosen.map((mentions, i): Joined[] =>
    mentions.map(({ candidate: { text, key } }) => {
      const plain = groupKey(key);
      const long = longFormOf(text, own[i]!, readings);
      if (long === undefined) {
        const group = rootOf(keyOf(text, i));
        if (group === plain) return { group };
        return { group, rule: rootOf(plain) === group ? "reading" : "abbreviation" };
      }
      const group = rootOf(keyOf(long, i));
      const ambiguous = readings.of(text).length > 1;
      if (ambiguous && !glosses.has(group)) glosses.set(group, long);
      if (!mentioned.has(group)) {
        // The long form is no term anywhere: its text is needed only to tell it from other readings.
        if (!ambiguous) return { group: plain };
        if (!names.has(group)) names.set(group, long);
      }
      return { group, rule: "abbreviation" };
    }),
  );
  const automatic = followOthers(chosen, settleAlone(chosen, joined, groupKey), groupKey);
  const decided = decideGroups(chosen, automatic, decisions, names);
  const groupOf = decided.value.map((mentions) => mentions.map(({ group }) => group));
  const ruleOf = decided.value.map((mentions) => mentions.map(({ rule }) => rule));
  return staged({ groupOf, ruleOf, names, glosses }, decided.problems, ledger(papers, chosen, decided.value, order));
}

/** A group of one form, spelt out in vain, is named by its own key. */
function settleAlone(
  chosen: readonly (readonly Chosen[])[],
  joined: readonly (readonly Joined[])[],
  groupKey: (key: string) => string,
): readonly (readonly Joined[])[] {
  const plains = new Map<string, Set<string>>();
  chosen.forEach((mentions, i) =>
    mentions.forEach(({ candidate }, m) => {
      const { group } = joined[i]![m]!;
      plains.set(group, (plains.get(group) ?? new Set()).add(groupKey(candidate.key)));
    }),
  );
  return joined.map((list, i) =>
    list.map((one, m): Joined => {
      const plain = groupKey(chosen[i]![m]!.candidate.key);
      return one.rule !== undefined && plain.includes(" ") && plains.get(one.group)?.size === 1
        ? { group: plain }
        : one;
    }),
  );
}

/** "pos tagging" is what "POS tagging" is elsewhere, when that is one thing only. Single words are told apart by case. */
function followOthers(
  chosen: readonly (readonly Chosen[])[],
  joined: readonly (readonly Joined[])[],
  groupKey: (key: string) => string,
): readonly (readonly Joined[])[] {
  const moved = new Map<string, Set<string>>();
  const plainOf = ({ candidate: { key } }: Chosen) => (key.includes(" ") ? groupKey(key) : undefined);
  chosen.forEach((mentions, i) =>
    mentions.forEach((mention, m) => {
      const plain = plainOf(mention);
      const { group, rule } = joined[i]![m]!;
      if (plain !== undefined && rule !== undefined) moved.set(plain, (moved.get(plain) ?? new Set()).add(group));
    }),
  );
  return joined.map((list, i) =>
    list.map((one, m): Joined => {
      const groups = moved.get(plainOf(chosen[i]![m]!) ?? "");
      return one.rule === undefined && groups?.size === 1 ? { group: [...groups][0]!, rule: "abbreviation" } : one;
    }),
  );
}

/** What people joined and parted. */
function decideGroups(
  chosen: readonly (readonly Chosen[])[],
  automatic: readonly (readonly Joined[])[],
  decisions: readonly Decision[],
  names: Map<string, string>,
): Staged<readonly (readonly Joined[])[]> {
  const wanted = decisions.filter((d) => d.kind === "split" || d.kind === "merge");
  if (wanted.length === 0) return staged(automatic);
  const byForm = new Map(wanted.map((d) => [writtenForm(d.form), d]));
  const ends = mergeEnds(wanted);
  const groupOfText = new Map(
    chosen.flatMap((mentions, i) =>
      mentions.map(({ candidate }, m) => [writtenForm(candidate.text), automatic[i]![m]!.group]),
    ),
  );
  const used = new Set<Decision>();
  // Forms that a chain of merges leads through are matched, even where no text has them.
  const passed = new Set<string>();
  const value = chosen.map((mentions, i) =>
    mentions.map(({ candidate: { text, key } }, m): Joined => {
      const decision = byForm.get(writtenForm(text)) ?? byForm.get(key);
      if (!decision) return automatic[i]![m]!;
      used.add(decision);
      if (decision.kind === "split") return { group: `=${text}`, rule: "decision" };
      const canonical = ends.get(writtenForm(decision.form)) ?? decision.canonical;
      const group = groupOfText.get(canonical) ?? variantKey(canonical);
      names.set(group, canonical);
      passed.add(writtenForm(decision.canonical));
      return { group, rule: "decision" };
    }),
  );
  return staged(value, wanted.filter((d) => !used.has(d) && !passed.has(writtenForm(d.form))).map(unmatched));
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

/** Plurals that look like singulars to `variantKey`, and a clipped word. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ["ids", "id"],
  ["taus", "tau"],
  ["subnet", "subnetwork"],
]);

function closedForm(key: string): string {
  const words = key.split(" ").map((word) => SAME_WORDS.get(word) ?? word);
  // "neural nets" are networks; a "net" alone is a net.
  if (words.length > 1 && words.at(-1) === "net") words[words.length - 1] = "network";
  return words.map((word, i) => (words[i + 1] === "of" ? singular(word) : word)).join("");
}

export function unmatched(decision: Decision): Problem {
  const subject = "form" in decision ? decision.form : "term" in decision ? decision.term : decision.member;
  return {
    code: "decisions/unmatched",
    severity: "warning",
    message: `${decision.kind} "${subject}" matches no term`,
    hint: "write the form exactly as it is shown, or remove the line",
    ...(decision.line !== undefined && { where: { file: decision.file ?? "decisions.tsv", line: decision.line } }),
  };
}

/** One row per surface form that was joined to a group for another reason than its spelling. */
function ledger(
  papers: readonly Paper[],
  chosen: readonly (readonly Chosen[])[],
  joined: readonly (readonly Joined[])[],
  order: readonly number[],
): LedgerEntry[] {
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
    ...(rule === "decision" && { by: "person" as const }),
  }));
}
