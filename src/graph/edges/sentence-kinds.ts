/**
 * Kinds that sentences name: "optimizers such as Adam and SGD", "Adam and other optimizers" (Hearst 1992, "Automatic
 * acquisition of hyponyms from large text corpora").
 *
 * Read between the mentions of a field: the broader term stands right before the cue, the narrower ones in the list
 * behind it; or the list before the cue and the broader term right behind.
 */
import { fieldText } from "../../contract/field-text.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { Corpus } from "../corpus.ts";

/** A sentence that says so. */
export interface SaidKind {
  readonly narrower: number;
  readonly broader: number;
  readonly paper: number;
}

interface Place {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Broader term, cue, list. */
const BEFORE_LIST = /\b(?:such as|including|especially|particularly|notably|for example|for instance|e\.g\.)/gu;
/** List, cue, broader term. */
const BEHIND_LIST = /\b(?:and|or)(?: many| several| some| all)? other\b/gu;
/** What may stand between a broader term and the cue: its short form, a comma, an open bracket. */
const TO_CUE = /^(?:\s*\([^()]{1,20}\))?\s*[,(–—-]?\s*$/u;
const FROM_CUE = /^[,:]?\s*(?:the |a |an )?["“'‘]?$/u;
/** What parts the items of a list. */
const BETWEEN = /^["”'’]?(?:\s*\([^()]{1,20}\))?\s*(?:,|\/|,?\s*(?:and|or|&))\s*(?:the |a |an )?["“'‘]?$/u;
/** Behind "and other" words may stand that say nothing. */
const TO_BROADER =
  /^\s+(?:(?:recent|popular|existing|common|standard|related|similar|classical|strong|modern|advanced) )?$/u;
const LONGEST_LIST = 8;

/** In the order of papers and places. */
export function saidKinds(corpus: Corpus): SaidKind[] {
  const found: SaidKind[] = [];
  corpus.papers.forEach((given, paper) => {
    TEXT_FIELDS.forEach((field, number) => {
      const text = fieldText(given, field);
      const cues = [...cuesOf(text)];
      if (cues.length === 0) return;
      const places = placesOf(corpus, paper, number);
      for (const cue of cues) for (const kind of cue.read(text, places)) found.push({ ...kind, paper });
    });
  });
  return found;
}

interface Cue {
  readonly read: (text: string, places: readonly Place[]) => Pick<SaidKind, "narrower" | "broader">[];
}

function* cuesOf(text: string): Generator<Cue> {
  for (const { index, 0: cue } of text.matchAll(BEFORE_LIST))
    yield { read: (all, places) => readBefore(all, places, index, index + cue.length) };
  for (const { index, 0: cue } of text.matchAll(BEHIND_LIST))
    yield { read: (all, places) => readBehind(all, places, index, index + cue.length) };
}

function readBefore(text: string, places: readonly Place[], from: number, to: number) {
  const at = firstFrom(places, to);
  const broader = at > 0 ? lastUpTo(places, from) : undefined;
  if (broader === undefined || !TO_CUE.test(text.slice(broader.end, from)) || !isPlural(text, broader)) return [];
  const list: number[] = [];
  let last = to;
  for (let i = at; i < places.length && list.length < LONGEST_LIST; i++) {
    const between = text.slice(last, places[i]!.start);
    if (!(i === at ? FROM_CUE : BETWEEN).test(i === at ? between.trimStart() : between)) break;
    list.push(places[i]!.term);
    last = places[i]!.end;
  }
  return kinds(list, broader.term);
}

function readBehind(text: string, places: readonly Place[], from: number, to: number) {
  const at = firstFrom(places, to);
  const broader = places[at];
  if (broader === undefined || !TO_BROADER.test(text.slice(to, broader.start)) || !isPlural(text, broader)) return [];
  const list: number[] = [];
  let next = from;
  for (let i = at - 1; i >= 0 && list.length < LONGEST_LIST; i--) {
    const between = text.slice(places[i]!.end, next);
    if (!(next === from ? TO_CUE : BETWEEN).test(between)) break;
    list.push(places[i]!.term);
    next = places[i]!.start;
  }
  return kinds(list, broader.term);
}

const kinds = (list: readonly number[], broader: number) =>
  list.filter((term) => term !== broader).map((narrower) => ({ narrower, broader }));

/** Kinds have several members: "a pipeline including X" has parts. */
const isPlural = (text: string, { start, end }: Place): boolean => /s(?:\s*\([^()]*\))?$/u.test(text.slice(start, end));

/** Mentions in text order. */
function placesOf({ paperTerms }: Corpus, paper: number, field: number): Place[] {
  const { offsets, term, source, found } = paperTerms;
  const places: Place[] = [];
  for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
    const from = source[row]!;
    for (let i = found.mentionOffsets[from]!; i < found.mentionOffsets[from + 1]!; i++) {
      const m = found.mention[i]!;
      if (found.mentions.field[m] === field)
        places.push({ term: term[row]!, start: found.mentions.start[m]!, end: found.mentions.end[m]! });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

function firstFrom(places: readonly Place[], offset: number): number {
  const at = places.findIndex(({ start }) => start >= offset);
  return at < 0 ? places.length : at;
}

function lastUpTo(places: readonly Place[], offset: number): Place | undefined {
  return places.findLast(({ end }) => end <= offset);
}
