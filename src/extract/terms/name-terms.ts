/**
 * From grouped mentions to terms: canonical form, aliases, type.
 */
import { type Decision, writtenForm } from "../../contract/decisions.ts";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import { type LedgerEntry, type Problem, type Staged, staged } from "../../domain/staged.ts";
import type { Term } from "../../domain/term.ts";
import { append } from "../../lib/append.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { type CorpusMentions, Origin } from "../choose/corpus-mentions.ts";
import { type Grouping, JOIN_RULES } from "../group/grouping.ts";
import { FormCounts } from "./form-counts.ts";
import { looseTerms } from "./loose-terms.ts";
import { aliasesOf, canonicalForm } from "./surface-forms.ts";
import { applyDecisions } from "./term-decisions.ts";
import type { TermAnswers } from "./term-facts.ts";
import { EvidenceCue, gatherEvidence } from "./type-cue.ts";
import { countVotes, decidedType, type TypeVotes, voteShare } from "../group/type-votes.ts";
import { type NamedTerm, uniqueNames } from "./unique-names.ts";

export interface NamedTerms {
  /** By number of papers, most first; ties by canonical form. */
  readonly terms: readonly Term[];
  /** Per mention: number of its term, -1 where it is of none. */
  readonly termOf: Int32Array;
}

export function nameTerms(
  papers: readonly Paper[],
  mentions: CorpusMentions,
  grouping: Grouping,
  order: readonly number[],
  decisions: readonly Decision[],
): Staged<NamedTerms> {
  const { names, expansions, groups, groupOf } = grouping;
  const forms = new FormCounts(mentions, grouping, order, (paper) => papers[paper]!.id);
  const running = forms.runningWords();
  const votes = countVotes(mentions, grouping, order);
  const typeOf = Uint8Array.from(groups, (_, group) => decidedType(votes, group));
  const evidence = gatherEvidence(mentions, groupOf, typeOf, order);
  const { field, start, end } = mentions;
  const texts = { evidence, places: { field, start, end }, papers };
  const named = forms.groups().map((group): NamedTerm => {
    const written = forms.of(group);
    const canonical =
      names.get(groups[group]!) ?? canonicalForm(written, isSplit(groups[group]!) ? undefined : running);
    const share = voteShare(votes, group, typeOf[group]!);
    const inPapers = votes.papers[group]!;
    const term: Term = {
      term: canonical,
      type: TERM_TYPES[typeOf[group]!]!,
      typeCue: new EvidenceCue(texts, group, canonical, share, inPapers),
      aliases: aliasesOf(written, canonical),
      papers: inPapers,
      count: votes.count[group]!,
    };
    return { group, key: groups[group]!, dropped: false, term };
  });
  uniqueNames(named, (group) => forms.of(group), expansions);
  const loose = dropLooseTerms(named, votes, decisions);
  const records = named.flatMap(({ term }) => mergesOf(term));
  const problems: Problem[] = [];
  applyDecisions(named, decisions, records, problems);
  const kept = named
    .filter(({ dropped }) => !dropped)
    .sort((a, b) => b.term.papers - a.term.papers || compareCodePoints(a.term.term, b.term.term));
  const termOfGroup = new Int32Array(groups.length).fill(-1);
  kept.forEach(({ group }, number) => (termOfGroup[group] = number));
  const termOf = Int32Array.from(groupOf, (group, m) =>
    mentions.origin[m] === Origin.Withdrawn || mentions.origin[m] === Origin.Displaced ? -1 : termOfGroup[group]!,
  );
  append(records, loose);
  return staged({ terms: kept.map(({ term }) => term), termOf }, problems, records);
}

/** What a person parted from its term is shown as the person wrote it. */
const isSplit = (group: string): boolean => group.startsWith("=");

/** Drops what is said rather than used, but for what people decided about. @returns an entry for each */
function dropLooseTerms(
  named: readonly NamedTerm[],
  { papers, users }: TypeVotes,
  decisions: readonly Decision[],
): LedgerEntry[] {
  const asked = new Set(decisions.flatMap((decision) => ("term" in decision ? [writtenForm(decision.term)] : [])));
  const isLoose = looseTerms(
    named.map(({ term }) => term.term),
    named.map(({ group }) => papers[group]!),
    named.map(({ group }) => users[group]!),
  );
  return named.flatMap((entry, t): LedgerEntry[] => {
    const { term, group } = entry;
    if (isLoose[t] === 0 || asked.has(writtenForm(term.term))) return [];
    entry.dropped = true;
    const rule = `said rather than used: a term in ${users[group]!} of ${papers[group]!} papers with its words`;
    return [{ stage: "extract", action: "drop", subject: term.term, rule, count: term.count }];
  });
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

/** Merges for another reason than the spelling, which are recorded where they are made. */
const RECORDED: ReadonlySet<string> = new Set(JOIN_RULES.filter((rule) => rule !== undefined));

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
