/**
 * What people decided about terms: types, drops, keeps. Merges and splits are decided with the groups.
 */
import { type Decision, writtenForm } from "../../contract/decisions.ts";
import type { LedgerEntry, Problem } from "../../domain/staged.ts";
import { unmatched } from "../group/group-forms.ts";
import { variantKey } from "../text/variants.ts";
import { type NamedTerm } from "./unique-names.ts";

/** Changes `terms`, adds an entry per decided term and a problem per decision that matches none. */
export function applyDecisions(
  terms: readonly NamedTerm[],
  decisions: readonly Decision[],
  records: LedgerEntry[],
  problems: Problem[],
): void {
  for (const decision of decisions) {
    if (decision.kind !== "type" && decision.kind !== "drop" && decision.kind !== "keep") continue;
    const key = variantKey(decision.term);
    const form = writtenForm(decision.term);
    const named = terms.filter(({ term }) => writtenForm(term.term) === form);
    const matches =
      named.length > 0
        ? named
        : terms.filter(
            ({ term, key: own }) => own === key || term.aliases.some(({ text }) => writtenForm(text) === form),
          );
    if (matches.length === 0) {
      problems.push(unmatched(decision));
      continue;
    }
    const rule = decision.line === undefined ? "decision" : `decision line ${decision.line}`;
    for (const match of matches) {
      if (decision.kind === "drop") match.dropped = true;
      if (decision.kind === "type")
        match.term = { ...match.term, type: decision.type, typeCue: { describe: () => rule } };
      records.push({
        stage: "extract",
        action: decision.kind,
        subject: match.term.term,
        rule,
        ...(decision.kind === "type" ? { result: decision.type } : {}),
        by: "person",
      });
    }
  }
}
