/**
 * A term that does not stand on the map gives its places to the broader one that does: "careful pruning" is pruning.
 *
 * The broader term is the longest proper ending of whole words; its places are those of these words. A paper that has it
 * anyway gets nothing new.
 */
import { fieldText } from "../contract/field-text.ts";
import { TEXT_FIELDS } from "../domain/paper-terms.ts";
import type { PaperTermRows } from "../domain/term.ts";
import { endingKeys, wholeKey } from "../lib/term-heads.ts";
import { doneColumns, GrowingColumn, growingColumns, joinColumns } from "../tables/column.ts";
import type { Corpus } from "./corpus.ts";

/** A row of a term that goes, now one of the broader term. */
interface FallBack {
  readonly paper: number;
  /** In `Corpus.paperTerms`. */
  readonly row: number;
  readonly broader: number;
  /** Its row in `found`. */
  readonly source: number;
}

export interface FallBacks {
  /** By paper, then in the order of its rows. */
  readonly rows: readonly FallBack[];
  /** What extraction found, with these rows and their places behind. */
  readonly found: PaperTermRows;
}

/** @param stays 1 for each term that is on the map */
export function fallBacks(corpus: Corpus, stays: Uint8Array): FallBacks {
  const { papers, terms, paperTerms } = corpus;
  const { offsets, term, source, found } = paperTerms;
  const broaderOf = broaderOnMap(corpus, stays);
  const rows: FallBack[] = [];
  const places = new Places(found);
  const lastPaper = new Int32Array(terms.length).fill(-1);
  for (let paper = 0; paper < papers.length; paper++) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) lastPaper[term[row]!] = paper;
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
      const broader = broaderOf[term[row]!]!;
      if (broader < 0 || lastPaper[broader] === paper) continue;
      const own = places.add(source[row]!, terms[broader]!.term, (field) => fieldText(papers[paper]!, field));
      if (own < 0) continue;
      lastPaper[broader] = paper;
      rows.push({ paper, row, broader, source: own });
    }
  }
  return rows.length === 0 ? { rows, found } : { rows, found: places.done() };
}

/** Per term that goes: the longest proper ending that stays; −1 for all others. */
function broaderOnMap({ terms }: Corpus, stays: Uint8Array): Int32Array {
  const byForm = new Map<string, number>();
  terms.forEach(({ term }, t) => {
    const form = stays[t] === 1 ? wholeKey(term) : "";
    if (form !== "" && !byForm.has(form)) byForm.set(form, t);
  });
  return Int32Array.from(terms, ({ term }, t) => {
    if (stays[t] === 1) return -1;
    const ending = endingKeys(term).find((key) => byForm.has(key));
    return ending === undefined ? -1 : byForm.get(ending)!;
  });
}

/** Rows and places that are written behind those that were found. */
class Places {
  readonly #found: PaperTermRows;
  readonly #sources: number[] = [];
  readonly #ends = new GrowingColumn("i32");
  readonly #places = growingColumns({
    field: "u8",
    start: "u32",
    end: "u32",
    sentenceStart: "u32",
    sentenceEnd: "u32",
  });

  constructor(found: PaperTermRows) {
    this.#found = found;
  }

  /** @returns the number of the new row; −1 where no place of the row ends in the words of the broader term */
  add(row: number, broader: string, textOf: (field: "title" | "abstract") => string): number {
    const { mentionOffsets, mention, mentions } = this.#found;
    const wanted = wholeKey(broader);
    const places = this.#places;
    const before = places.start.length;
    for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++) {
      const m = mention[at]!;
      const [start, end] = [mentions.start[m]!, mentions.end[m]!];
      const text = textOf(TEXT_FIELDS[mentions.field[m]!]!).slice(start, end);
      const from = endingOf(text, wanted);
      if (from < 0) continue;
      places.field.push(mentions.field[m]!);
      places.start.push(start + from);
      places.end.push(end);
      places.sentenceStart.push(mentions.sentenceStart[m]!);
      places.sentenceEnd.push(mentions.sentenceEnd[m]!);
    }
    if (places.start.length === before) return -1;
    this.#ends.push(places.start.length);
    this.#sources.push(row);
    return this.#found.term.length + this.#sources.length - 1;
  }

  done(): PaperTermRows {
    const { term, salience, role, certainty, cue, mentionOffsets, mention, mentions } = this.#found;
    const places = mentions.start.length;
    const sources = Int32Array.from(this.#sources);
    const listed = mention.length;
    const added = doneColumns(this.#places);
    return {
      ...this.#found,
      term: joinColumns(
        term,
        sources.map((row) => term[row]!),
      ),
      salience: joinColumns(
        salience,
        Float64Array.from(sources, (row) => salience[row]!),
      ),
      role: joinColumns(
        role,
        Uint8Array.from(sources, (row) => role[row]!),
      ),
      certainty: joinColumns(
        certainty,
        Float32Array.from(sources, (row) => certainty[row]!),
      ),
      cue: joinColumns(
        cue,
        Uint32Array.from(sources, (row) => cue[row]!),
      ),
      mentionOffsets: joinColumns(
        mentionOffsets,
        this.#ends.done().map((end) => listed + end),
      ),
      mention: joinColumns(
        mention,
        Uint32Array.from(added.start, (_, i) => places + i),
      ),
      mentions: {
        field: joinColumns(mentions.field, added.field),
        start: joinColumns(mentions.start, added.start),
        end: joinColumns(mentions.end, added.end),
        sentenceStart: joinColumns(mentions.sentenceStart, added.sentenceStart),
        sentenceEnd: joinColumns(mentions.sentenceEnd, added.sentenceEnd),
      },
    };
  }
}

/** Where the last words of a text begin, if their key is the wanted one; −1 otherwise. */
function endingOf(text: string, wanted: string): number {
  const starts = [...text.matchAll(/[^\s\-‐‑–—/]+/gu)].map(({ index }) => index);
  const from = starts.at(-wanted.split(" ").length);
  if (from === undefined || from === 0) return -1;
  return wholeKey(text.slice(from)) === wanted ? from : -1;
}
