/**
 * A paper made ready for the tagger: tokens, interned words, what the paper as a whole says, abbreviations marked.
 */
import { type Paper } from "../../domain/paper.ts";
import { GREEK_SIGNS, spellGreek } from "../../lib/greek.ts";
import { findAbbreviations, type AbbreviationPair } from "../text/abbreviations.ts";
import { type FieldView, type PaperFacts } from "./field-view.ts";
import { type Clue, englishPart } from "../text/language.ts";
import { tokenize, type Tokens } from "../text/tokens.ts";
import { mix32 } from "../model/feature-hash.ts";
import { isAdjacent } from "./token-context.ts";
import { type TextKinds } from "./text-kinds.ts";
import { type WordFacts, type Words } from "./words.ts";

export interface PaperText {
  readonly title: Tokens;
  readonly abstract: Tokens;
  readonly titleIds: Int32Array;
  readonly abstractIds: Int32Array;
}

export interface FieldText {
  readonly view: FieldView;
  readonly ids: Int32Array;
  readonly pairs: readonly AbbreviationPair[];
}

/** First half: needs no facts, so that compromise can be asked about many papers' words at once. */
export function tokenizePaper(paper: Pick<Paper, "title" | "abstract">, words: Words): PaperText {
  const title = tokenize(paper.title);
  const abstract = tokenize(paper.abstract ?? "");
  return { title, abstract, titleIds: words.intern(title.words), abstractIds: words.intern(abstract.words) };
}

/** Is there anything in English? If so, with the English sentences alone. After `words.tagNewWords()`. */
export function englishText(
  { title, abstract, titleIds, abstractIds }: PaperText,
  words: Words,
): { english: boolean; title: Tokens; abstract: Tokens } {
  const clues = (ids: Int32Array): Clue[] => {
    const found: Clue[] = [];
    for (const id of ids) found.push(words.facts[id]!.clue);
    return found;
  };
  const { english, fields } = englishPart([
    { tokens: title, clues: clues(titleIds) },
    { tokens: abstract, clues: clues(abstractIds) },
  ]);
  return { english, title: fields[0]!, abstract: fields[1]! };
}

function greekForms({ words }: Tokens, pairs: readonly AbbreviationPair[], facts: readonly WordFacts[]): number[][] {
  return pairs.flatMap(({ long: [from, to] }) => {
    const hasGreek = words.slice(from, to).some((word) => GREEK_SIGNS.has(spellGreek(word).toLowerCase()));
    return hasGreek ? [facts.slice(from, to).map(({ hash }) => hash)] : [];
  });
}

/** Second half, after `words.tagNewWords()`: title first. */
export function viewPaper(text: PaperText, words: Words, kinds: TextKinds): readonly [FieldText, FieldText] {
  const titleFacts = Array.from(text.titleIds, (id) => words.facts[id]!);
  const abstractFacts = Array.from(text.abstractIds, (id) => words.facts[id]!);
  const counts = new Map<number, number>();
  for (const facts of [titleFacts, abstractFacts])
    for (const { hash } of facts) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const titlePairs = findAbbreviations(text.title);
  const abstractPairs = findAbbreviations(text.abstract);
  const paper: PaperFacts = {
    titleWords: new Set(titleFacts.map(({ hash }) => hash)),
    counts,
    kind: kinds.kindOf(titleFacts, abstractFacts),
    longForms: [
      ...greekForms(text.title, titlePairs, titleFacts),
      ...greekForms(text.abstract, abstractPairs, abstractFacts),
    ],
  };
  const timesTogether = new Map<number, number>();
  countPairs(text.title, titleFacts, timesTogether);
  const titleTogether = new Set(timesTogether.keys());
  countPairs(text.abstract, abstractFacts, timesTogether);
  const shorts = new Set<string>();
  for (const [tokens, pairs] of [
    [text.title, titlePairs],
    [text.abstract, abstractPairs],
  ] as const) {
    for (const { short } of pairs) shorts.add(tokens.words[short[0]] ?? "");
  }
  const field = (
    tokens: Tokens,
    facts: typeof titleFacts,
    ids: Int32Array,
    pairs: readonly AbbreviationPair[],
    isTitle: boolean,
  ): FieldText => {
    const abbreviation = new Uint8Array(ids.length);
    tokens.words.forEach((word, i) => {
      if (shorts.has(word)) abbreviation[i] = 1;
    });
    for (const { long } of pairs) {
      abbreviation.fill(3, long[0], long[1]);
      abbreviation[long[0]] = 2;
    }
    const together = pairLevels(tokens, facts, timesTogether, titleTogether);
    return { view: { tokens, facts, isTitle, paper, abbreviation, pairs: together }, ids, pairs };
  };
  return [
    field(text.title, titleFacts, text.titleIds, titlePairs, true),
    field(text.abstract, abstractFacts, text.abstractIds, abstractPairs, false),
  ];
}

/** Adds the words that follow each other after a blank alone, by a hash of both. */
function countPairs({ gap }: Tokens, facts: readonly WordFacts[], times: Map<number, number>): void {
  for (let i = 1; i < facts.length; i++) {
    if (!isAdjacent(gap[i]!)) continue;
    const pair = mix32(facts[i - 1]!.hash, facts[i]!.hash);
    times.set(pair, (times.get(pair) ?? 0) + 1);
  }
}

/** See `FieldView.pairs`. */
function pairLevels(
  { gap }: Tokens,
  facts: readonly WordFacts[],
  times: ReadonlyMap<number, number>,
  inTitle: ReadonlySet<number>,
): Uint8Array {
  const levels = new Uint8Array(facts.length);
  for (let i = 1; i < facts.length; i++) {
    if (!isAdjacent(gap[i]!)) continue;
    const pair = mix32(facts[i - 1]!.hash, facts[i]!.hash);
    levels[i] = times.get(pair)! < 2 ? 1 : inTitle.has(pair) ? 3 : 2;
  }
  return levels;
}
