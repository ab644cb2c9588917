/**
 * Names given by people: `label <member term> <name>` names the community that the term is in. People decide last.
 */
import { type Decision, writtenForm } from "../../contract/decisions.ts";
import type { Community } from "../../contract/graph-document.ts";
import type { Problem, Staged } from "../../domain/staged.ts";
import { staged } from "../../domain/staged.ts";
import type { Corpus } from "../corpus.ts";

export interface LabelOptions {
  /** Id of the community of a term, given by its number. */
  readonly communityOfTerm: (term: number) => number | undefined;
  readonly decisions: readonly Decision[];
}

/** @returns the communities with the names that people gave; a problem for each decision whose term is not on the map. */
export function applyLabels(
  corpus: Corpus,
  communities: readonly Community[],
  { communityOfTerm, decisions }: LabelOptions,
): Staged<readonly Community[]> {
  const names = new Map<number, string>();
  const problems: Problem[] = [];
  for (const decision of decisions) {
    if (decision.kind !== "label") continue;
    const wanted = writtenForm(decision.member).toLowerCase();
    const term = corpus.terms.findIndex(
      ({ term, aliases }) =>
        writtenForm(term).toLowerCase() === wanted ||
        aliases.some((alias) => writtenForm(alias.text).toLowerCase() === wanted),
    );
    const community = term < 0 ? undefined : communityOfTerm(term);
    if (community === undefined) problems.push(unmatched(decision, decision.member));
    else names.set(community, decision.name);
  }
  return staged(
    communities.map((node) => ({ ...node, label: names.get(node.id) ?? node.label })),
    problems,
  );
}

function unmatched({ file = "decisions.tsv", line }: Decision, member: string): Problem {
  return {
    code: "decisions/label-unmatched",
    severity: "warning",
    message: `no term "${member}" stands on the map, so no community got the name`,
    hint: "name the community by a term that is in it",
    ...(line !== undefined && { where: { file, line } }),
  };
}
