/**
 * From grouped mentions to terms: canonical form, aliases, type, and per paper salience and role.
 */
import { TERM_TYPES, type TermType } from "../../contract/graph-document.ts";
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import { staged, type Decision, type Problem, type Staged } from "../../domain/staged.ts";
import type { Extraction, PaperTerm, Term } from "../../domain/term.ts";
import type { UserDecision } from "../../domain/user-decisions.ts";
import { byScoreThenKey, compareCodePoints, roundTo } from "../../lib/order.ts";
import { denseScore } from "../choose/choice.ts";
import { type Chosen } from "../choose/choose-spans.ts";
import { type Grouping, type JoinRule, unmatched } from "../group/group-forms.ts";
import { type ExtractResources } from "../resources.ts";
import { isDefined, roleMentions } from "./role-mentions.ts";
import { findRole } from "./roles.ts";
import { salienceFeatures } from "./salience.ts";
import { aliasesOf, canonicalForm } from "./surface-forms.ts";
import { type TaggedPaper } from "../tag/tag-papers.ts";
import { addTypeEvidence, describeTypeCue, newTypeEvidence } from "./type-cue.ts";
import { type Draft, type NamedTerm, uniqueNames } from "./unique-names.ts";
import { variantKey } from "../text/variants.ts";

export function buildTerms(
  papers: readonly Paper[],
  tagged: readonly TaggedPaper[],
  chosen: readonly (readonly Chosen[])[],
  { groupOf, ruleOf, names, glosses }: Grouping,
  order: readonly number[],
  resources: ExtractResources,
  decisions: readonly UserDecision[],
): Staged<Extraction> {
  const drafts = gatherDrafts(papers, tagged, chosen, groupOf, ruleOf, order);
  const problems: Problem[] = [];
  const named = [...drafts.values()].map((draft) => finishTerm(draft, names.get(draft.group)));
  uniqueNames(named, drafts, glosses);
  const records = named.flatMap(({ term }) => mergesOf(term));
  applyDecisions(named, decisions, records, problems);
  const terms = named
    .filter(({ dropped }) => !dropped)
    .sort((a, b) => b.term.papers - a.term.papers || compareCodePoints(a.term.term, b.term.term));
  const indexOf = new Map(terms.map(({ group }, i) => [group, i]));
  const paperTerms = papers.map((paper, i): PaperTerm[] => {
    const byTerm = new Map<number, Chosen[]>();
    chosen[i]!.forEach((mention, m) => {
      const at = indexOf.get(groupOf[i]![m]!);
      if (at === undefined) return;
      const list = byTerm.get(at);
      if (list) list.push(mention);
      else byTerm.set(at, [mention]);
    });
    return [...byTerm]
      .map(([at, mentions]) => paperTerm(paper, tagged[i]!, at, terms[at]!.term, mentions, resources))
      .sort(
        byScoreThenKey(
          (t) => t.salience,
          (t) => terms[t.term]!.term.term,
        ),
      );
  });
  return staged({ terms: terms.map(({ term }) => term), paperTerms }, problems, records);
}

function gatherDrafts(
  papers: readonly Paper[],
  tagged: readonly TaggedPaper[],
  chosen: readonly (readonly Chosen[])[],
  groupOf: Grouping["groupOf"],
  ruleOf: Grouping["ruleOf"],
  order: readonly number[],
): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const i of order) {
    const shorts = new Set(tagged[i]!.abbreviations.map(({ short }) => short.text));
    const votes = new Map<string, { sum: Float64Array; count: number }>();
    chosen[i]!.forEach(({ candidate }, m) => {
      const group = groupOf[i]![m]!;
      let draft = drafts.get(group);
      if (!draft)
        drafts.set(
          group,
          (draft = {
            group,
            forms: new Map(),
            papers: 0,
            count: 0,
            types: new Float64Array(TERM_TYPES.length),
            evidence: newTypeEvidence(),
          }),
        );
      draft.count++;
      addTypeEvidence(draft.evidence, candidate, fieldText(papers[i]!, candidate.field));
      let form = draft.forms.get(candidate.text);
      if (!form) {
        const joined = ruleOf[i]![m];
        form = {
          text: candidate.text,
          key: candidate.key,
          count: 0,
          running: 0,
          paper: papers[i]!.id,
          short: false,
          ...(joined === undefined ? {} : { joined }),
        };
        draft.forms.set(candidate.text, form);
      }
      form.count++;
      if (candidate.field === "abstract" && candidate.start > candidate.sentence.start) form.running++;
      if (shorts.has(candidate.text)) form.short = true;
      let vote = votes.get(group);
      if (!vote) {
        votes.set(group, (vote = { sum: new Float64Array(TERM_TYPES.length), count: 0 }));
        draft.papers++;
      }
      vote.count++;
      candidate.types.forEach((score, t) => (vote.sum[t]! += score));
    });
    // One paper, one vote; mentions are evidence, though not independent.
    for (const [group, { sum, count }] of votes) {
      const { types } = drafts.get(group)!;
      softmax(Array.from(sum, (score) => score / Math.sqrt(count))).forEach((p, t) => (types[t]! += p));
    }
  }
  return drafts;
}

function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores);
  const exp = scores.map((score) => Math.exp(score - max));
  const sum = exp.reduce((a, b) => a + b, 0);
  return exp.map((value) => value / sum);
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

function mergesOf({ term, aliases }: Term): Decision[] {
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

function applyDecisions(
  terms: readonly NamedTerm[],
  decisions: readonly UserDecision[],
  records: Decision[],
  problems: Problem[],
): void {
  for (const decision of decisions) {
    if (decision.kind !== "type" && decision.kind !== "drop" && decision.kind !== "keep") continue;
    const key = variantKey(decision.term);
    const matches =
      terms.filter(({ term }) => term.term === decision.term).length > 0
        ? terms.filter(({ term }) => term.term === decision.term)
        : terms.filter(({ term, group }) => group === key || term.aliases.some(({ text }) => text === decision.term));
    if (matches.length === 0) {
      problems.push(unmatched(decision));
      continue;
    }
    for (const named of matches) {
      if (decision.kind === "drop") named.dropped = true;
      if (decision.kind === "type")
        named.term = { ...named.term, type: decision.type, typeCue: `decision line ${decision.line}` };
      records.push({
        stage: "extract",
        action: decision.kind,
        subject: named.term.term,
        rule: `decision line ${decision.line}`,
        ...(decision.kind === "type" ? { result: decision.type } : {}),
      });
    }
  }
}

function paperTerm(
  paper: Paper,
  tagged: TaggedPaper,
  at: number,
  term: Term,
  mentions: readonly Chosen[],
  { model, background, roles }: ExtractResources,
): PaperTerm {
  const type: TermType = term.type;
  const finding = findRole(
    roleMentions(paper, tagged, mentions),
    { type, defined: isDefined(tagged, mentions), title: paper.title },
    roles,
  );
  const features = salienceFeatures(mentions, {
    paper: tagged,
    title: paper.title,
    background,
    proposed: finding.role === "proposes",
    method: type === "method",
  });
  return {
    term: at,
    salience: roundTo(denseScore(model.salience, features), 4),
    role: finding.role,
    ...(finding.cue === undefined ? {} : { roleCue: finding.cue }),
    mentions: mentions.map(({ candidate: { field, start, end, text, sentence } }) => ({
      field,
      start,
      end,
      text,
      sentence,
    })),
  };
}
