/**
 * What decided a term's type, in words: its own form, or the words around one of its mentions.
 *
 * Type scores are sums of feature weights. The part that comes from the string itself and the part that comes from its
 * places are kept apart; the one with the larger lead of the decided type is the cue.
 */
import { TERM_TYPES, type TermType } from "../../contract/graph-document.ts";
import type { Candidate } from "../types.ts";

/** Evidence for each type, gathered over a term's mentions. */
export interface TypeEvidence {
  /** Summed lead by the string itself, and by the places. */
  readonly own: Float64Array;
  readonly place: Float64Array;
  /** Per type: the lead at the place that speaks for it most, and the place. */
  readonly best: { lead: number; text: string; start: number; end: number }[];
}

export function newTypeEvidence(): TypeEvidence {
  const none = () => new Float64Array(TERM_TYPES.length);
  return { own: none(), place: none(), best: TERM_TYPES.map(() => ({ lead: 0, text: "", start: 0, end: 0 })) };
}

/** @param text the field the mention stands in */
export function addTypeEvidence(
  evidence: TypeEvidence,
  { types, ownTypes, start, end }: Pick<Candidate, "types" | "ownTypes" | "start" | "end">,
  text: string,
): void {
  const place = Array.from(types, (score, t) => score - ownTypes[t]!);
  for (let t = 0; t < TERM_TYPES.length; t++) {
    evidence.own[t]! += leadOf(ownTypes, t);
    const lead = leadOf(place, t);
    evidence.place[t]! += lead;
    const best = evidence.best[t]!;
    if (lead <= best.lead) continue;
    best.lead = lead;
    best.text = text;
    best.start = start;
    best.end = end;
  }
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

/** How far the type is ahead of the best other one. */
function leadOf(scores: ArrayLike<number>, type: number): number {
  let rival = -Infinity;
  for (let t = 0; t < scores.length; t++) if (t !== type && scores[t]! > rival) rival = scores[t]!;
  return scores[type]! - rival;
}

/** `it ends in “network”; 97 % of the evidence in 16 papers says so`, or `it stands in “we propose … for parsing”; …`. */
export function describeTypeCue(
  evidence: TypeEvidence,
  type: TermType,
  share: number,
  papers: number,
  canonical: string,
): string {
  const t = TERM_TYPES.indexOf(type);
  const { text, start, end, lead } = evidence.best[t]!;
  const before = wordsBefore(text, start);
  const after = wordsBehind(text, end);
  const byPlace = evidence.place[t]! > evidence.own[t]! && lead > 0 && before + after !== "";
  const words = canonical.split(/\s+/u);
  const own = words.length > 1 ? `it ends in “${words.at(-1) ?? ""}”` : `its own form, “${canonical}”`;
  const place = [before, "…", after].filter((part) => part !== "").join(" ");
  const percent = Math.round(100 * share);
  const weight = percent === 100 ? "all evidence" : `${percent} % of the evidence`;
  const where = papers === 1 ? "1 paper" : `${papers} papers`;
  return `${byPlace ? `it stands in “${place}”` : own}; ${weight} in ${where} says so`;
}
