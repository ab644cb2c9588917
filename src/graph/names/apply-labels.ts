/**
 * Names given by people: `label <member term> <name>` names the area that the term is in. People decide last.
 */
import type { Community } from "../../contract/graph-document.ts";
import type { Problem, Staged } from "../../domain/staged.ts";
import { staged } from "../../domain/staged.ts";
import type { UserDecision } from "../../domain/user-decisions.ts";
import type { Corpus } from "../corpus.ts";

export interface LabelOptions {
  readonly areaOfTerm: (term: number) => number | undefined;
  readonly decisions: readonly UserDecision[];
}

export function applyLabels(
  corpus: Corpus,
  communities: readonly Community[],
  { areaOfTerm, decisions }: LabelOptions,
): Staged<readonly Community[]> {
  const names = new Map<number, string>();
  const problems: Problem[] = [];
  for (const decision of decisions) {
    if (decision.kind !== "label") continue;
    const wanted = decision.member.toLowerCase();
    const term = corpus.terms.findIndex(
      ({ term, aliases }) =>
        term.toLowerCase() === wanted || aliases.some((alias) => alias.text.toLowerCase() === wanted),
    );
    const area = term < 0 ? undefined : areaOfTerm(term);
    if (area === undefined) problems.push(unmatched(decision.line, decision.member));
    else names.set(area, decision.name);
  }
  return staged(
    communities.map((community) => ({ ...community, label: names.get(community.id) ?? community.label })),
    problems,
  );
}

function unmatched(line: number, member: string): Problem {
  return {
    code: "decisions/label-unmatched",
    severity: "warning",
    message: `decisions line ${line}: no term "${member}" stands on the map, so no community got the name`,
    hint: "Name the community by a term that is in it.",
  };
}
