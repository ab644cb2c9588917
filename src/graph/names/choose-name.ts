/**
 * The short and the long name of a group of papers, from the terms that tell it.
 */
import type { Corpus } from "../corpus.ts";
import type { Aboutness } from "./aboutness.ts";
import { type GroupTerms, highest } from "./group-terms.ts";
import { type NameCandidate, nameChoices } from "./name-pairs.ts";
import { nameStems, sameName, shareStem } from "./name-words.ts";
import { titleCase } from "./title-case.ts";

export interface GroupName {
  /** Short: one term or two, three where two tell too few papers. */
  readonly label: string;
  /** The label and what else its papers are about; absent where nothing is to add. */
  readonly longLabel?: string;
}

/** What names are made from, and what other groups took. */
export interface NameSource {
  readonly corpus: Corpus;
  readonly about: Aboutness;
  /** Per term, 0…1. */
  readonly worth: Float64Array;
  /** Per term: 1 where it may not be in a name. */
  readonly generic: Uint8Array;
}

export interface NamedGroup {
  readonly papers: readonly number[];
  readonly found: GroupTerms;
  /** Whether a term is at home in the group. */
  readonly isAtHome: (term: number) => boolean;
  /** Terms that lead a name of this level already; those of this name are added. */
  readonly taken: Set<number>;
  readonly used: ReadonlySet<string>;
}

/** Names come from this many of a group's most distinctive terms. */
const CANDIDATES = 30;
/** Share of its papers that a name must tell, and papers that must have each of its terms. */
const MIN_COVERAGE = 0.15;
const MIN_PAPERS = 3;
/** A term in fewer papers than this, times the root of the group's, is worth less: six papers say little of two hundred. */
const PAPERS_PER_ROOT = 0.6;
const MAX_TERMS = 3;
/** Terms that the long name adds. */
const ADDED = 2;
/** What is left of a term's worth in the name of a group that it is not at home in. */
const AWAY_WORTH = 0.4;

/** @param given the short name, where it stands already. */
export function chooseName(source: NameSource, group: NamedGroup, given?: string): GroupName {
  const candidates = candidatesOf(source, group);
  if (given !== undefined) return withLong(source, candidates, given);
  const { corpus, about } = source;
  const stems = candidates.map(({ term }) => nameStems(corpus.terms[term]!));
  const isInside = new Uint8Array(corpus.papers.length);
  for (const paper of group.papers) isInside[paper] = 1;
  const free = candidates.map(({ term }) => !group.taken.has(term));
  const choices = nameChoices(candidates, about, isInside).filter(
    ({ places }) => places.every((place) => free[place]) && areUnlike(places, stems),
  );
  const telling = choices.filter(({ coverage }) => coverage >= MIN_COVERAGE);
  for (const { places } of [...telling, ...choices]) {
    const all = widened(places);
    const label = listed(all.map((place) => titleCase(corpus.terms[candidates[place]!.term]!.term)));
    if (group.used.has(sameName(label))) continue;
    for (const place of all) group.taken.add(candidates[place]!.term);
    return withLong(source, candidates, label);
  }
  return { label: titleName(corpus, group) };

  /** While the name tells too few papers: with the best term that mends it, else with the one that tells most. */
  function widened(places: readonly number[]): readonly number[] {
    let all = places;
    let share = coverage(all);
    while (all.length < MAX_TERMS && share < MIN_COVERAGE) {
      let [best, most] = [all, share];
      for (let place = 0; place < candidates.length && most < MIN_COVERAGE; place++) {
        const more = [...all, place];
        if (!free[place] || !areUnlike(more, stems)) continue;
        const told = coverage(more);
        if (told > most) [best, most] = [more, told];
      }
      if (best === all) break;
      [all, share] = [best, most];
    }
    return all;
  }

  function coverage(places: readonly number[]): number {
    const told = new Set<number>();
    for (const place of places) {
      const { term } = candidates[place]!;
      for (let at = about.offsets[term]!; at < about.offsets[term + 1]!; at++)
        if (about.isOwn[at] === 1 && isInside[about.paper[at]!] === 1) told.add(about.paper[at]!);
    }
    return told.size / group.papers.length;
  }
}

function candidatesOf({ worth, generic }: NameSource, { papers, found, isAtHome }: NamedGroup): NameCandidate[] {
  const minPapers = Math.min(MIN_PAPERS, Math.ceil(papers.length / 2));
  const enough = Math.max(minPapers, PAPERS_PER_ROOT * Math.sqrt(papers.length));
  const mayName = (place: number) => found.papers[place]! >= minPapers && generic[found.terms[place]!] === 0;
  return highest(found, CANDIDATES, mayName).map((place) => {
    const term = found.terms[place]!;
    const share = (isAtHome(term) ? 1 : AWAY_WORTH) * Math.min(1, found.papers[place]! / enough) ** 2;
    return { term, score: found.score[place]! * share, worth: worth[term]! * share };
  });
}

function withLong({ corpus }: NameSource, candidates: readonly NameCandidate[], label: string): GroupName {
  const said = [nameStems({ term: label, aliases: [] })];
  const added: string[] = [];
  for (const { term } of candidates) {
    if (added.length === ADDED) break;
    const own = nameStems(corpus.terms[term]!);
    if (said.some((other) => shareStem(own, other))) continue;
    said.push(own);
    added.push(corpus.terms[term]!.term);
  }
  return added.length === 0 ? { label } : { label, longLabel: `${label}: ${added.join(", ")}` };
}

function areUnlike(places: readonly number[], stems: readonly ReadonlySet<string>[]): boolean {
  return places.every((a, i) => places.slice(0, i).every((b) => !shareStem(stems[a]!, stems[b]!)));
}

/** "A", "A & B", "A, B & C". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} & ${parts.at(-1)!}`;
}

/** Terms are few or all taken: the title of the first paper. */
function titleName(corpus: Corpus, { papers, used }: NamedGroup): string {
  const words = corpus.papers[papers[0]!]!.title.split(/\s+/).slice(0, 6).join(" ");
  const base = words === "" ? "Untitled" : words;
  let label = base;
  for (let number = 2; used.has(sameName(label)); number++) label = `${base} (${number})`;
  return label;
}
