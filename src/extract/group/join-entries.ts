/**
 * The ledger of joined forms.
 */
import type { Paper } from "../../domain/paper.ts";
import type { LedgerEntry } from "../../domain/staged.ts";
import { type Grouping, JOIN_RULES, TITLE_NAME } from "./grouping.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";

/** One row per surface form that was joined to a group for another reason than its spelling. */
export function joinEntries(
  papers: readonly Paper[],
  { texts, formOf, ends }: CorpusMentions,
  { groupOf, rules, groups }: Pick<Grouping, "groupOf" | "rules" | "groups">,
  order: readonly number[],
): LedgerEntry[] {
  const rows = new Map<number, { form: number; group: string; rule: string; count: number; paper: string }>();
  for (const i of order) {
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      const rule = JOIN_RULES[rules[m]!];
      if (rule === undefined) continue;
      const form = formOf[m]!;
      const pair = form * groups.length + groupOf[m]!;
      const row = rows.get(pair);
      if (row) row.count++;
      else rows.set(pair, { form, group: groups[groupOf[m]!]!, rule, count: 1, paper: papers[i]!.id });
    }
  }
  return [...rows.values()].map(({ form, group, rule, count, paper }) => ({
    stage: "variants",
    action: group.startsWith("=") || rule === TITLE_NAME ? "split" : "merge",
    subject: texts[form]!,
    rule,
    result: group.replace(/^=/u, ""),
    count,
    paper,
    ...(rule === "decision" && { by: "person" as const }),
  }));
}
