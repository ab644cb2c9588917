/**
 * Mentions gathered by group: how each is written, by how many papers, and what its mentions say of its type.
 */
import { fieldText } from "../../contract/field-text.ts";
import { TERM_TYPES } from "../../contract/graph-document.ts";
import { type Paper } from "../../domain/paper.ts";
import { softmax } from "../../lib/softmax.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { type Grouping, JOIN_RULES } from "../group/grouping.ts";
import { FIELDS, TYPES } from "../tag/tagged-shard.ts";
import { type Form } from "./surface-forms.ts";
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
  mentions: CorpusMentions,
  { groupOf, rules, groups }: Grouping,
  order: readonly number[],
): Map<number, Draft> {
  const { ends, definitions, formOf, field, start, end, sentenceStart } = mentions;
  const drafts = new Map<number, Draft>();
  for (const i of order) {
    const paper = papers[i]!;
    const shorts = new Set(definitions[i]!.map(({ short }) => short));
    const votes = new Map<number, Vote>();
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      const group = groupOf[m]!;
      let draft = drafts.get(group);
      if (!draft) drafts.set(group, (draft = newDraft(groups[group]!)));
      draft.count++;
      const types = mentions.types.subarray(m * TYPES, (m + 1) * TYPES);
      const ownTypes = mentions.ownTypes.subarray(m * TYPES, (m + 1) * TYPES);
      const name = FIELDS[field[m]!]!;
      const place = { types, ownTypes, start: start[m]!, end: end[m]! };
      addTypeEvidence(draft.evidence, place, fieldText(paper, name));
      const form = formAt(draft, mentions, formOf[m]!, JOIN_RULES[rules[m]!], paper.id);
      form.count++;
      if (name === "abstract" && start[m]! > sentenceStart[m]!) form.running++;
      if (shorts.has(form.text)) form.short = true;
      let vote = votes.get(group);
      if (!vote) {
        votes.set(group, (vote = { sum: new Float64Array(TERM_TYPES.length), count: 0 }));
        draft.papers++;
      }
      vote.count++;
      for (let t = 0; t < TYPES; t++) vote.sum[t]! += types[t]!;
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

/** The draft's form of a number; `paper` is the first that has it. */
function formAt(
  draft: Draft,
  { texts, keys, keyOf }: CorpusMentions,
  number: number,
  joined: string | undefined,
  paper: string,
): Form {
  const text = texts[number]!;
  let form = draft.forms.get(text);
  if (!form) {
    const key = keys[keyOf[number]!]!;
    form = { text, key, count: 0, running: 0, paper, short: false, ...(joined !== undefined && { joined }) };
    draft.forms.set(text, form);
  }
  return form;
}
