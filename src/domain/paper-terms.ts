/**
 * Which paper has which term, and where: columns, a row per paper and term. A row takes 25 bytes and 21 for each of its
 * mentions.
 */
import { ROLES, STATED_KINDS } from "../contract/graph-document.ts";
import { NumberedNames } from "../lib/numbered-names.ts";
import type { Paper, TextField } from "./paper.ts";
import type { Mention, PaperRelation, PaperRelationRows, PaperTerm, PaperTermRows } from "./term.ts";

/** Fields by number, as `MentionColumns.field` has them. */
export const TEXT_FIELDS: readonly TextField[] = ["title", "abstract"];

/** The terms of paper `i` as objects, most salient first. @param paper the text that offsets point into */
export function paperTermsOf(rows: PaperTermRows, i: number, paper: Pick<Paper, "title" | "abstract">): PaperTerm[] {
  const { offsets, term, salience, role, certainty, cue, cues, mentionOffsets, mention, mentions } = rows;
  const terms: PaperTerm[] = [];
  for (let row = offsets[i]!; row < offsets[i + 1]!; row++) {
    const places: Mention[] = [];
    for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++) {
      const m = mention[at]!;
      const field = TEXT_FIELDS[mentions.field[m]!]!;
      const [start, end] = [mentions.start[m]!, mentions.end[m]!];
      const text = (field === "title" ? paper.title : (paper.abstract ?? "")).slice(start, end);
      places.push({
        field,
        start,
        end,
        text,
        sentence: { start: mentions.sentenceStart[m]!, end: mentions.sentenceEnd[m]! },
      });
    }
    terms.push({
      term: term[row]!,
      salience: salience[row]!,
      role: ROLES[role[row]!]!,
      certainty: certainty[row]!,
      ...(cue[row] !== 0 && { roleCue: cues[cue[row]!]! }),
      mentions: places,
    });
  }
  return terms;
}

/** What paper `i` states of its terms, as objects, by head, then tail. */
export function paperRelationsOf(rows: PaperRelationRows | undefined, i: number): PaperRelation[] {
  if (rows === undefined) return [];
  const relations: PaperRelation[] = [];
  for (let row = rows.offsets[i]!; row < rows.offsets[i + 1]!; row++) {
    const cue = rows.cue[row]!;
    relations.push({
      kind: STATED_KINDS[rows.kind[row]!]!,
      head: rows.head[row]!,
      tail: rows.tail[row]!,
      confidence: rows.confidence[row]!,
      sentence: { field: TEXT_FIELDS[rows.field[row]!]!, start: rows.start[row]!, end: rows.end[row]! },
      ...(cue !== 0 && { cue: rows.cues[cue]! }),
    });
  }
  return relations;
}

/** The columns of lists of terms, one a paper. */
export function paperTermRows(lists: readonly (readonly PaperTerm[])[]): PaperTermRows {
  const all = lists.flat();
  const places = all.flatMap(({ mentions }) => mentions);
  const cues = new NumberedNames([""]);
  return {
    offsets: offsetsOf(lists.map(({ length }) => length)),
    term: Int32Array.from(all, ({ term }) => term),
    salience: Float64Array.from(all, ({ salience }) => salience),
    role: Uint8Array.from(all, ({ role }) => ROLES.indexOf(role)),
    certainty: Float32Array.from(all, ({ certainty = 1 }) => certainty),
    cue: Uint32Array.from(all, ({ roleCue = "" }) => cues.numberOf(roleCue)),
    cues: cues.list,
    mentionOffsets: offsetsOf(all.map(({ mentions }) => mentions.length)),
    mention: Uint32Array.from(places, (_, m) => m),
    mentions: {
      field: Uint8Array.from(places, ({ field }) => TEXT_FIELDS.indexOf(field)),
      start: Uint32Array.from(places, ({ start }) => start),
      end: Uint32Array.from(places, ({ end }) => end),
      sentenceStart: Uint32Array.from(places, ({ sentence }) => sentence.start),
      sentenceEnd: Uint32Array.from(places, ({ sentence }) => sentence.end),
    },
  };
}

/** The columns of lists of statements, one a paper. */
export function paperRelationRows(lists: readonly (readonly PaperRelation[])[]): PaperRelationRows {
  const all = lists.flat();
  const cues = new NumberedNames([""]);
  return {
    offsets: offsetsOf(lists.map(({ length }) => length)),
    kind: Uint8Array.from(all, ({ kind }) => STATED_KINDS.indexOf(kind)),
    head: Int32Array.from(all, ({ head }) => head),
    tail: Int32Array.from(all, ({ tail }) => tail),
    confidence: Float32Array.from(all, ({ confidence }) => confidence),
    field: Uint8Array.from(all, ({ sentence }) => TEXT_FIELDS.indexOf(sentence.field)),
    start: Uint32Array.from(all, ({ sentence }) => sentence.start),
    end: Uint32Array.from(all, ({ sentence }) => sentence.end),
    cue: Uint32Array.from(all, ({ cue = "" }) => cues.numberOf(cue)),
    cues: cues.list,
  };
}

function offsetsOf(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offsets[i + 1] = offsets[i]! + length));
  return offsets;
}
