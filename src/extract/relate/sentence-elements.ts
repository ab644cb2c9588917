/**
 * A sentence as a row of elements: each mention one element, whatever its words, and each word or mark between them.
 */
import { fieldText } from "../../contract/field-text.ts";
import { readWords, roleWord, type RoleWord } from "../terms/role-words.ts";
import { ANAPHOR, isAnaphor, WORD } from "./anaphors.ts";
import type { RelatePaper, RelatePlace } from "./relate-types.ts";

export interface SentenceElements {
  /** In the field's text, UTF-16 units. */
  readonly text: string;
  readonly inTitle: boolean;
  /** 0 (first of the abstract) … 1 (last); 0 for titles. */
  readonly place: number;
  /** Per element: place of its term in the paper's list, or `WORD`, or `ANAPHOR`. */
  readonly term: number[];
  /** Per element: the word; of a mention its last word, of an anaphor its noun. */
  readonly word: RoleWord[];
  /** Per element: offsets in `text`. */
  readonly start: number[];
  readonly end: number[];
  /** Per element: place of the mention among those of its term; -1 for words. */
  readonly mention: number[];
}

interface Mention {
  readonly term: number;
  readonly mention: number;
  readonly place: RelatePlace;
}

/** The sentences that hold a mention, in text order, title first. */
export function sentenceElements(paper: RelatePaper): SentenceElements[] {
  const groups = new Map<number, Mention[]>();
  paper.terms.forEach(({ places }, term) => {
    places.forEach((place, mention) => {
      const key = place.field === "title" ? place.sentenceNumber - TITLE_SENTENCES : place.sentenceNumber;
      const group = groups.get(key);
      if (group) group.push({ term, mention, place });
      else groups.set(key, [{ term, mention, place }]);
    });
  });
  return [...groups].sort((a, b) => a[0] - b[0]).map(([, mentions]) => elementsOf(paper, mentions));
}

/** More than a title has. */
const TITLE_SENTENCES = 1000;

function elementsOf(paper: RelatePaper, mentions: Mention[]): SentenceElements {
  mentions.sort((a, b) => a.place.start - b.place.start);
  const { field, sentence, sentenceNumber } = mentions[0]!.place;
  const inTitle = field === "title";
  const text = fieldText(paper, field).slice(sentence.start, sentence.end);
  const row: SentenceElements = {
    text,
    inTitle,
    place: inTitle ? 0 : sentenceNumber / Math.max(1, paper.sentences - 1),
    term: [],
    word: [],
    start: [],
    end: [],
    mention: [],
  };
  const { words, start, end } = readWords(text);
  let next = 0;
  for (let w = 0; w < words.length; w++) {
    while (next < mentions.length && mentions[next]!.place.end - sentence.start <= start[w]!) next++;
    const mention = mentions[next];
    const from = mention ? mention.place.start - sentence.start : Infinity;
    const to = mention ? mention.place.end - sentence.start : Infinity;
    if (end[w]! <= from) push(row, WORD, words[w]!, start[w]!, end[w]!, -1);
    else if (
      mention &&
      row.mention.at(-1) === mention.mention &&
      row.term.at(-1) === mention.term &&
      row.start.at(-1) === from
    )
      row.word[row.word.length - 1] = words[w]!;
    else if (mention) push(row, mention.term, words[w]!, from, to, mention.mention);
    // "transformer-based": what is left of the word says what the term is to the next.
    if (mention && end[w]! > to && start[w]! < to)
      push(row, WORD, roleWord(text.slice(to, end[w]).toLowerCase()), to, end[w]!, -1);
  }
  for (let i = 0; i < row.term.length; i++) if (isAnaphor(row.term, row.word, i)) row.term[i] = ANAPHOR;
  return row;
}

function push(row: SentenceElements, term: number, word: RoleWord, start: number, end: number, mention: number): void {
  row.term.push(term);
  row.word.push(word);
  row.start.push(start);
  row.end.push(end);
  row.mention.push(mention);
}
