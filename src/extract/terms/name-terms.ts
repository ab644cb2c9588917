/**
 * From grouped mentions to terms: canonical form, aliases, type.
 */
import type { Decision } from "../../contract/decisions.ts";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import { type LedgerEntry, type Problem, type Staged, staged } from "../../domain/staged.ts";
import type { Term } from "../../domain/term.ts";
import { compareCodePoints } from "../../lib/order.ts";
import type { CorpusMentions } from "../choose/corpus-mentions.ts";
import { type Grouping, type JoinRule } from "../group/grouping.ts";
import { gatherDrafts } from "./drafts.ts";
import { aliasesOf, canonicalForm } from "./surface-forms.ts";
import { applyDecisions } from "./term-decisions.ts";
import type { TermAnswers } from "./term-facts.ts";
import { describeTypeCue } from "./type-cue.ts";
import { type Draft, type NamedTerm, uniqueNames } from "./unique-names.ts";

export interface NamedTerms {
  /** By number of papers, most first; ties by canonical form. */
  readonly terms: readonly Term[];
  /** Per mention: number of its term, -1 where people dropped it. */
  readonly termOf: Int32Array;
}

export function nameTerms(
  papers: readonly Paper[],
  mentions: CorpusMentions,
  grouping: Grouping,
  order: readonly number[],
  decisions: readonly Decision[],
): Staged<NamedTerms> {
  const { names, glosses, groups, groupOf } = grouping;
  const drafts = gatherDrafts(papers, mentions, grouping, order);
  const problems: Problem[] = [];
  const named = [...drafts.values()].map((draft) => finishTerm(draft, names.get(draft.group)));
  uniqueNames(named, new Map([...drafts.values()].map((draft) => [draft.group, draft])), glosses);
  const records = named.flatMap(({ term }) => mergesOf(term));
  applyDecisions(named, decisions, records, problems);
  const kept = named
    .filter(({ dropped }) => !dropped)
    .sort((a, b) => b.term.papers - a.term.papers || compareCodePoints(a.term.term, b.term.term));
  const numberOf = new Map(kept.map(({ group }, number) => [group, number]));
  const termOfGroup = groups.map((group) => numberOf.get(group) ?? -1);
  const termOf = Int32Array.from(groupOf, (group) => termOfGroup[group]!);
  return staged({ terms: kept.map(({ term }) => term), termOf }, problems, records);
}

/** What each shard must know to describe the terms of its papers. */
export function termAnswers({ firstOfShard }: CorpusMentions, { terms, termOf }: NamedTerms): TermAnswers[] {
  const ranks = new Uint32Array(terms.length);
  terms
    .map((_, term) => term)
    .sort((a, b) => compareCodePoints(terms[a]!.term, terms[b]!.term))
    .forEach((term, rank) => (ranks[term] = rank));
  const facts = { types: Uint8Array.from(terms, ({ type }) => TERM_TYPES.indexOf(type)), ranks };
  return firstOfShard.slice(0, -1).map((first, s) => ({ termOf: termOf.slice(first, firstOfShard[s + 1]), facts }));
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
