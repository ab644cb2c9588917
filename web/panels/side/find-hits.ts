/**
 * What the search box finds: names at once, the papers of a typed search, and papers that have the words in their texts.
 */
import { answerOf } from "../../data/ask.ts";
import { nameOf, paperAt, type MapIndex } from "../../data/map-index.ts";
import type { Hit, HitGroup } from "../../data/search-index.ts";
import { tellingSentence, wordsOfSearch } from "../../data/telling-sentence.ts";
import { looksTyped } from "../../data/typed-search.ts";
import type { Store } from "../../state/store.ts";
import { TEXTS } from "../../texts.ts";

interface FoundHits {
  readonly groups: HitGroup[];
  /** What is said where there is none. */
  readonly nothing: string;
}

/** Letters from which on words are looked up in titles and abstracts. */
const MIN_LETTERS = 3;
/** Papers that are listed of a search. */
const MAX_PAPERS = { match: 6, text: 4 } as const;

/** @param rested what had been typed when nobody typed any more: words are looked up in abstracts then. */
export function findHits(store: Store, query: string, rested: string): FoundHits {
  const { index, search, ready } = store;
  const asked = query.trim();
  const isTyped = looksTyped(query);
  const isDue = ready.value && asked.length >= MIN_LETTERS && (isTyped || rested.trim() === asked);
  const answer = isDue ? answerOf(index, "search", { expression: asked }) : undefined;
  if (isTyped && ready.value) {
    if (isDue && !answer) return { groups: [], nothing: TEXTS.ask.working };
    if (answer?.ok === false) return { groups: [], nothing: answer.message };
    if (answer) return { groups: typedHits(index, asked, answer.papers), nothing: TEXTS.search.none };
  }
  const named = asked ? (search.value?.find(query) ?? []) : [];
  const inTexts = answer?.ok === true ? textHits(index, asked, answer.papers, named) : [];
  const isLooking = ready.value && asked.length >= MIN_LETTERS && !answer;
  return { groups: [...named, ...inTexts], nothing: isLooking ? TEXTS.ask.working : TEXTS.search.none };
}

/** To filter by, and the best of its papers. */
function typedHits(index: MapIndex, query: string, papers: readonly number[]): HitGroup[] {
  const filter: HitGroup = {
    group: "query",
    total: papers.length,
    hits: [{ group: "query", target: papers.length, text: query }],
  };
  if (papers.length === 0) return [filter];
  return [filter, paperHits(index, query, papers, "match")];
}

/** Papers that have all the words somewhere, without those that are listed by their titles. */
function textHits(index: MapIndex, query: string, papers: readonly number[], named: readonly HitGroup[]): HitGroup[] {
  const listed = new Set(
    named.flatMap(({ hits }) => hits.map(({ group, target }) => (group === "paper" ? target : -1))),
  );
  const others = papers.filter((paper) => !listed.has(paper));
  if (others.length === 0) return [];
  const { hits, ...group } = paperHits(index, query, others, "text");
  return [{ ...group, hits: [...hits, { group: "query", target: papers.length, text: query }] }];
}

function paperHits(index: MapIndex, query: string, papers: readonly number[], group: "match" | "text"): HitGroup {
  const words = wordsOfSearch(query);
  const hits = papers.slice(0, MAX_PAPERS[group]).map((target): Hit => {
    const sentence = tellingSentence(paperAt(index, target)?.abstract ?? "", words);
    return { group, target, text: nameOf(index, target), ...(sentence !== undefined && { sentence }) };
  });
  return { group, total: papers.length, hits };
}
