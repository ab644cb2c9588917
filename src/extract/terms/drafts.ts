/**
 * Mentions gathered by group: how each is written, by how many papers, and what its mentions say of its type.
 */
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { type Paper } from "../../domain/paper.ts";
import { fieldText } from "../../contract/field-text.ts";
import { softmax } from "../../lib/softmax.ts";
import type { ChosenPapers } from "../choose/chosen-papers.ts";
import { type Grouping, JOIN_RULES } from "../group/grouping.ts";
import { firstMention } from "../group/mention-forms.ts";
import type { TaggedPapers } from "../tag/tagged-papers.ts";
import type { Candidate, Chosen } from "../types.ts";
import { addTypeEvidence, newTypeEvidence } from "./type-cue.ts";
import { type Draft } from "./unique-names.ts";

/** One paper's vote on a term's type: the sum of its mentions' scores. */
interface Vote {
  readonly sum: Float64Array;
  count: number;
}

/** @returns drafts by the number of their group, in the order of first mention */
export function gatherDrafts(
  papers: readonly Paper[],
  tagged: TaggedPapers,
  chosen: ChosenPapers,
  { ends, groupOf, rules, groups }: Grouping,
  order: readonly number[],
): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  for (const i of order) {
    const paper = papers[i]!;
    const shorts = new Set(tagged.at(i)!.abbreviations.map(({ short }) => short.text));
    const votes = new Map<number, Vote>();
    let m = firstMention(ends, i);
    for (const { candidate } of chosen.at(i)!) {
      const group = groupOf[m]!;
      let draft = drafts.get(group);
      if (!draft) drafts.set(group, (draft = newDraft(groups[group]!)));
      draft.count++;
      addTypeEvidence(draft.evidence, candidate, fieldText(paper, candidate.field));
      addForm(draft, candidate, JOIN_RULES[rules[m]!], paper.id, shorts);
      let vote = votes.get(group);
      if (!vote) {
        votes.set(group, (vote = { sum: new Float64Array(TERM_TYPES.length), count: 0 }));
        draft.papers++;
      }
      vote.count++;
      for (let t = 0; t < TERM_TYPES.length; t++) vote.sum[t]! += candidate.types[t]!;
      m++;
    }
    // One paper, one vote; mentions are evidence, though not independent.
    for (const [group, { sum, count }] of votes) {
      const { types } = drafts.get(group)!;
      softmax(sum.map((score) => score / Math.sqrt(count))).forEach((p, t) => (types[t]! += p));
    }
  }
  return drafts;
}

function newDraft(group: string): Draft {
  return {
    group,
    forms: new Map(),
    papers: 0,
    count: 0,
    types: new Float64Array(TERM_TYPES.length),
    evidence: newTypeEvidence(),
  };
}

function addForm(
  draft: Draft,
  { text, key, field, start, sentence }: Candidate,
  joined: string | undefined,
  paper: string,
  shorts: ReadonlySet<string>,
): void {
  let form = draft.forms.get(text);
  if (!form) {
    form = { text, key, count: 0, running: 0, paper, short: false, ...(joined !== undefined && { joined }) };
    draft.forms.set(text, form);
  }
  form.count++;
  if (field === "abstract" && start > sentence.start) form.running++;
  if (shorts.has(text)) form.short = true;
}

/** The mentions of a paper by the number of their group, in text order. */
export function mentionsByGroup({ ends, groupOf }: Grouping, chosen: readonly Chosen[], paper: number) {
  const byGroup = new Map<number, Chosen[]>();
  const first = firstMention(ends, paper);
  chosen.forEach((mention, m) => {
    const group = groupOf[first + m]!;
    const list = byGroup.get(group);
    if (list) list.push(mention);
    else byGroup.set(group, [mention]);
  });
  return byGroup;
}
