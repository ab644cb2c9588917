/**
 * A corpus with the terms that stay, in canonical order again: see `fall-back.ts`.
 */
import type { Term } from "../domain/term.ts";
import { compareTerms, type Corpus, keepStatements, type PaperTerms } from "./corpus.ts";
import { type FallBacks, fallBacks } from "./fall-back.ts";

/** @param stays 1 for each term that stays */
export function selectedCorpus(corpus: Corpus, stays: Uint8Array): Corpus {
  const back = fallBacks(corpus, stays);
  const counted = withFallBacks(corpus, back);
  const order = Int32Array.from(stays.keys())
    .filter((t) => stays[t] === 1)
    .sort((a, b) => compareTerms(counted[a]!, counted[b]!));
  const numberOf = new Int32Array(counted.length).fill(-1);
  order.forEach((t, number) => (numberOf[t] = number));
  return {
    papers: corpus.papers,
    terms: Array.from(order, (t) => counted[t]!),
    paperTerms: selectedRows(corpus.paperTerms, numberOf, back),
    ...(corpus.statements && { statements: keepStatements(corpus.statements, numberOf) }),
  };
}

/** The terms with the papers and mentions that they got. */
function withFallBacks({ terms }: Corpus, { rows, found }: FallBacks): readonly Term[] {
  const counted = [...terms];
  for (const { broader, source } of rows) {
    const term = counted[broader]!;
    const places = found.mentionOffsets[source + 1]! - found.mentionOffsets[source]!;
    counted[broader] = { ...term, papers: term.papers + 1, count: term.count + places };
  }
  return counted;
}

/** The rows of terms that stay and those that fall back, of each paper the most salient first, ties by smaller number. */
function selectedRows(
  { offsets, term, salience, source }: PaperTerms,
  numberOf: Int32Array,
  { rows, found }: FallBacks,
): PaperTerms {
  const kept = term.reduce((sum, t) => sum + (numberOf[t]! >= 0 ? 1 : 0), 0) + rows.length;
  const selected = {
    offsets: new Int32Array(offsets.length),
    term: new Int32Array(kept),
    salience: new Float64Array(kept),
    source: new Int32Array(kept),
    found,
  };
  let next = 0;
  let end = 0;
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    const first = end;
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
      const back = rows[next]?.row === row ? rows[next++] : undefined;
      const number = numberOf[back?.broader ?? term[row]!]!;
      if (number < 0) continue;
      // Insertion sort: rows are in order but for ties.
      let hole = end++;
      for (; hole > first; hole--) {
        const before = selected.salience[hole - 1]! - salience[row]!;
        if (before > 0 || (before === 0 && selected.term[hole - 1]! < number)) break;
        selected.term[hole] = selected.term[hole - 1]!;
        selected.salience[hole] = selected.salience[hole - 1]!;
        selected.source[hole] = selected.source[hole - 1]!;
      }
      selected.term[hole] = number;
      selected.salience[hole] = salience[row]!;
      selected.source[hole] = back?.source ?? source[row]!;
    }
    selected.offsets[paper + 1] = end;
  }
  return selected;
}
