/**
 * What decided a term's type, in words: its own form, or the words around one of its mentions.
 *
 * Type scores are sums of feature weights. The part that comes from the string itself and the part that comes from its
 * places are kept apart; the one with the larger lead of the decided type is the cue.
 */
import { readableText } from "../text/clean/clean-text.ts";
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import { type CorpusMentions, firstMention, Origin } from "../choose/corpus-mentions.ts";
import type { TypeCue } from "../../domain/term.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { TYPES } from "../tag/tagged-shard.ts";

type ScoredMentions = Pick<CorpusMentions, "ends" | "chosenEnds" | "origin" | "types" | "typesByForm">;

/** Evidence for the type that was decided, gathered over all mentions of a group. */
export interface TypeEvidence {
  /** Per group the summed lead of its type, by the string itself and by the places. */
  readonly own: Float64Array;
  readonly place: Float64Array;
  /** Per group the mention whose place speaks most for the type, and its paper; -1 where none does. */
  readonly bestMention: Int32Array;
  readonly bestPaper: Int32Array;
}

/** @param typeOf per group @param order canonical order of the papers: the first of equals is shown */
export function gatherEvidence(
  { ends, chosenEnds, origin, types, typesByForm }: ScoredMentions,
  groupOf: Uint32Array,
  typeOf: Uint8Array,
  order: readonly number[],
): TypeEvidence {
  const groups = typeOf.length;
  const own = new Float64Array(groups);
  const place = new Float64Array(groups);
  const bestLead = new Float64Array(groups);
  const bestMention = new Int32Array(groups).fill(-1);
  const bestPaper = new Int32Array(groups).fill(-1);
  const scores = new Float64Array(TYPES);
  for (const i of order) {
    let chosen = firstMention(chosenEnds, i) - 1;
    for (let m = firstMention(ends, i); m < ends[i]!; m++) {
      if (origin[m] !== Origin.Chosen) continue;
      chosen++;
      const group = groupOf[m]!;
      const type = typeOf[group]!;
      for (let t = 0; t < TYPES; t++) scores[t] = typesByForm[chosen * TYPES + t]!;
      own[group]! += leadOf(scores, type);
      for (let t = 0; t < TYPES; t++) scores[t] = types[chosen * TYPES + t]! - scores[t]!;
      const lead = leadOf(scores, type);
      place[group]! += lead;
      if (lead <= bestLead[group]!) continue;
      bestLead[group] = lead;
      bestMention[group] = m;
      bestPaper[group] = i;
    }
  }
  return { own, place, bestMention, bestPaper };
}

/** Up to three words before the place. */
function wordsBefore(text: string, start: number): string {
  const isBlank = (at: number) => /\s/u.test(text.charAt(at));
  let from = start;
  if (from === 0 || !isBlank(from - 1)) return "";
  for (let words = 0; words < 3; words++) {
    let at = from;
    while (at > 0 && isBlank(at - 1)) at--;
    if (at === 0) break;
    while (at > 0 && !isBlank(at - 1)) at--;
    from = at;
  }
  return text.slice(from, start).trim();
}

/** Up to two words behind it. */
function wordsBehind(text: string, end: number): string {
  return /^\s*\S*(?:\s+\S+)?/u.exec(text.slice(end))?.[0].trim() ?? "";
}

/** Lines and mark-up as in names. */
const readable = (words: string): string => readableText(words, () => 0).text;

/** How far the type is ahead of the best other one. */
function leadOf(scores: ArrayLike<number>, type: number): number {
  let rival = -Infinity;
  for (let t = 0; t < scores.length; t++) if (t !== type && scores[t]! > rival) rival = scores[t]!;
  return scores[type]! - rival;
}

/** What all cues are read from. */
export interface CueTexts {
  readonly evidence: TypeEvidence;
  /** Per mention. */
  readonly places: Pick<CorpusMentions, "field" | "start" | "end">;
  readonly papers: readonly Pick<Paper, "title" | "abstract">[];
}

/** `it ends in “network”; 97 % of the evidence in 16 papers says so`, or `it stands in “we propose … for parsing”; …`. */
export class EvidenceCue implements TypeCue {
  readonly #texts: CueTexts;
  readonly #group: number;
  readonly #canonical: string;
  readonly #share: number;
  readonly #inPapers: number;

  /** @param share of the votes for the type, 0…1 @param inPapers number of papers that vote */
  constructor(texts: CueTexts, group: number, canonical: string, share: number, inPapers: number) {
    this.#texts = texts;
    this.#group = group;
    this.#canonical = canonical;
    this.#share = share;
    this.#inPapers = inPapers;
  }

  describe(): string {
    const percent = Math.round(100 * this.#share);
    const weight = percent === 100 ? "all evidence" : `${percent} % of the evidence`;
    const where = this.#inPapers === 1 ? "1 paper" : `${this.#inPapers} papers`;
    return `${this.#place() ?? this.#form()}; ${weight} in ${where} says so`;
  }

  #form(): string {
    const words = this.#canonical.split(/\s+/u);
    return words.length > 1 ? `it ends in “${words.at(-1) ?? ""}”` : `its own form, “${this.#canonical}”`;
  }

  /** Undefined where the form says more, or nothing stands around the best place. */
  #place(): string | undefined {
    const { evidence, places, papers } = this.#texts;
    const { own, place, bestMention, bestPaper } = evidence;
    const best = bestMention[this.#group]!;
    if (best < 0 || place[this.#group]! <= own[this.#group]!) return undefined;
    const text = fieldText(papers[bestPaper[this.#group]!]!, TEXT_FIELDS[places.field[best]!]!);
    const before = readable(wordsBefore(text, places.start[best]!));
    const behind = readable(wordsBehind(text, places.end[best]!));
    if (before + behind === "") return undefined;
    return `it stands in “${[before, "…", behind].filter((part) => part !== "").join(" ")}”`;
  }
}
