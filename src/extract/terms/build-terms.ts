/**
 * From grouped mentions to terms: canonical form, aliases, type, and per paper salience and role.
 */
import type { Decision } from "../../contract/decisions.ts";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import { type LedgerEntry, type Problem, type Staged, staged } from "../../domain/staged.ts";
import type { Extraction, PaperTerm, Term } from "../../domain/term.ts";
import { compareCodePoints } from "../../lib/order.ts";
import type { ChosenPapers } from "../choose/chosen-papers.ts";
import { type Grouping, type JoinRule } from "../group/grouping.ts";
import { type ExtractResources } from "../resources.ts";
import type { TaggedPapers } from "../tag/tagged-papers.ts";
import type { Chosen } from "../types.ts";
import { gatherDrafts, mentionsByGroup } from "./drafts.ts";
import { paperTerms } from "./paper-terms.ts";
import { aliasesOf, canonicalForm } from "./surface-forms.ts";
import { applyDecisions } from "./term-decisions.ts";
import { describeTypeCue } from "./type-cue.ts";
import { type Draft, type NamedTerm, uniqueNames } from "./unique-names.ts";

export function buildTerms(
  papers: readonly Paper[],
  tagged: TaggedPapers,
  chosen: ChosenPapers,
  grouping: Grouping,
  order: readonly number[],
  resources: ExtractResources,
  decisions: readonly Decision[],
): Staged<Extraction> {
  const { names, glosses } = grouping;
  const drafts = gatherDrafts(papers, tagged, chosen, grouping, order);
  const problems: Problem[] = [];
  const named = [...drafts.values()].map((draft) => finishTerm(draft, names.get(draft.group)));
  uniqueNames(named, new Map([...drafts.values()].map((draft) => [draft.group, draft])), glosses);
  const records = named.flatMap(({ term }) => mergesOf(term));
  applyDecisions(named, decisions, records, problems);
  const kept = named
    .filter(({ dropped }) => !dropped)
    .sort((a, b) => b.term.papers - a.term.papers || compareCodePoints(a.term.term, b.term.term));
  const terms = kept.map(({ term }) => term);
  const numberOf = new Map(kept.map(({ group }, number) => [group, number]));
  // Term per group: groups of dropped terms have none.
  const termOf = grouping.groups.map((group) => numberOf.get(group));
  const ofPapers = papers.map((paper, i): PaperTerm[] => {
    const mentionsOf = new Map<number, readonly Chosen[]>();
    for (const [group, mentions] of mentionsByGroup(grouping, chosen.at(i)!, i)) {
      const term = termOf[group];
      if (term !== undefined) mentionsOf.set(term, mentions);
    }
    return paperTerms(paper, tagged.at(i)!, mentionsOf, terms, resources);
  });
  return staged({ terms, paperTerms: ofPapers }, problems, records);
}

function finishTerm(draft: Draft, given: string | undefined): NamedTerm {
  const forms = [...draft.forms.values()];
  const canonical = given ?? canonicalForm(forms);
  const aliases = aliasesOf(forms, canonical);
  const total = draft.types.reduce((a, b) => a + b, 0) || 1;
  const best = decidedType(draft.types, total);
  const type = TERM_TYPES[best]!;
  const typeCue = describeTypeCue(draft.evidence, type, draft.types[best]! / total, draft.papers, canonical);
  return {
    group: draft.group,
    dropped: false,
    term: { term: canonical, type, typeCue, aliases, papers: draft.papers, count: draft.count },
  };
}

/** Merges for another reason than the spelling, which are recorded where they are made. */
const RECORDED: ReadonlySet<string> = new Set(["abbreviation", "reading", "decision"] satisfies JoinRule[]);

function mergesOf({ term, aliases }: Term): LedgerEntry[] {
  return aliases
    .filter(({ rule }) => !RECORDED.has(rule))
    .map(({ text, rule, count, paper }) => ({
      stage: "variants",
      action: "merge",
      subject: text,
      rule,
      result: term,
      count,
      paper,
    }));
}

/** A method only by majority; otherwise the strongest of the four kinds of concept. */
function decidedType(votes: Float64Array, total: number): number {
  const [method = 0, ...others] = votes;
  return method > total / 2 ? 0 : 1 + others.indexOf(Math.max(...others));
}
