/**
 * Which mentions are of one term: variants by key, abbreviations by definition, then what people decided.
 */
import type { Paper } from "../domain/paper.ts";
import { staged, type Decision, type Problem, type Staged } from "../domain/staged.ts";
import type { UserDecision } from "../domain/user-decisions.ts";
import { type Chosen } from "./choice.ts";
import { type TaggedPaper } from "./tag-papers.ts";
import { variantKey } from "./variants.ts";

/** Per paper, per mention: the name of its group (opaque, equal for mentions of one term). */
export interface Grouping {
  readonly groupOf: readonly (readonly string[])[];
  /** Name people gave to a group by `merge`. */
  readonly names: ReadonlyMap<string, string>;
}

export function groupForms(
  papers: readonly Paper[],
  tagged: readonly TaggedPaper[],
  chosen: readonly (readonly Chosen[])[],
  order: readonly number[],
  decisions: readonly UserDecision[],
): Staged<Grouping> {
  const readings = shortFormReadings(tagged, order);
  const split = new Set(decisions.flatMap((d) => (d.kind === "split" ? [d.form] : [])));
  const merges = new Map(decisions.flatMap((d) => (d.kind === "merge" ? [[d.form, d] as const] : [])));
  const names = new Map<string, string>();
  const used = new Set<UserDecision>();
  const groupOf = chosen.map((mentions, i) => {
    const own = new Map(
      tagged[i]!.abbreviations.map(({ short, long }) => [shortKey(short.text), variantKey(long.text)]),
    );
    return mentions.map(({ candidate: { text, key } }) => {
      if (split.has(text)) {
        for (const d of decisions) if (d.kind === "split" && d.form === text) used.add(d);
        return `=${text}`;
      }
      const automatic = groupOfForm(text, key, own, readings);
      const merge = merges.get(text) ?? merges.get(key);
      if (!merge) return automatic;
      used.add(merge);
      const target = variantKey(merge.canonical);
      names.set(target, merge.canonical);
      return target;
    });
  });
  const problems = decisions.filter((d) => (d.kind === "split" || d.kind === "merge") && !used.has(d)).map(unmatched);
  return staged({ groupOf, names }, problems, ledger(papers, chosen, groupOf, order));
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

function groupOfForm(
  text: string,
  key: string,
  own: ReadonlyMap<string, string>,
  readings: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string {
  if (!/\p{Lu}/u.test(text) && !own.has(text)) return key;
  const short = shortKey(text);
  const defined = own.get(short);
  if (defined !== undefined) return defined;
  const known = readings.get(short);
  if (known?.size !== 1) return key;
  return [...known.keys()][0] ?? key;
}

/** Short form → long forms' keys → number of papers that define it so. */
function shortFormReadings(tagged: readonly TaggedPaper[], order: readonly number[]): Map<string, Map<string, number>> {
  const readings = new Map<string, Map<string, number>>();
  for (const i of order) {
    for (const { short, long } of tagged[i]!.abbreviations) {
      const key = shortKey(short.text);
      const longs = readings.get(key) ?? new Map<string, number>();
      readings.set(key, longs);
      const longKey = variantKey(long.text);
      longs.set(longKey, (longs.get(longKey) ?? 0) + 1);
    }
  }
  return readings;
}

/** One row per surface form that was joined to a group under another key. */
function ledger(
  papers: readonly Paper[],
  chosen: readonly (readonly Chosen[])[],
  groupOf: readonly (readonly string[])[],
  order: readonly number[],
): Decision[] {
  const rows = new Map<string, { form: string; group: string; rule: string; count: number; paper: string }>();
  for (const i of order) {
    chosen[i]!.forEach(({ candidate: { text, key } }, m) => {
      const group = groupOf[i]![m]!;
      if (group === key) return;
      const rule = group.startsWith("=") ? "decision: split" : "abbreviation";
      const row = rows.get(`${text}\t${group}`);
      if (row) row.count++;
      else rows.set(`${text}\t${group}`, { form: text, group, rule, count: 1, paper: papers[i]!.id });
    });
  }
  return [...rows.values()].map(({ form, group, rule, count, paper }) => ({
    stage: "variants",
    action: rule === "abbreviation" ? "merge" : "split",
    subject: form,
    rule,
    result: group.replace(/^=/u, ""),
    count,
    paper,
  }));
}
