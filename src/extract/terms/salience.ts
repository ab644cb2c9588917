/**
 * How much a paper is about a term: a logistic model over place, frequency, rarity and role, learned from key terms.
 */
import { type Background } from "../model/background.ts";
import type { Chosen, TaggedPaper } from "../types.ts";
import { hash32 } from "../../lib/hash.ts";

export interface SalienceContext {
  readonly paper: TaggedPaper;
  readonly title: string;
  readonly background: Background;
  /** 1 where a role cue says that the paper proposes the term. */
  readonly proposed: boolean;
  readonly method: boolean;
}

/** Features of one term in one paper; `mentions` in text order. */
export function salienceFeatures(
  mentions: readonly Chosen[],
  { paper, title, background, proposed, method }: SalienceContext,
): Record<string, number> {
  const inTitle = mentions.filter(({ candidate }) => candidate.field === "title");
  const first = mentions.find(({ candidate }) => candidate.field === "abstract")?.candidate;
  const colon = title.indexOf(":");
  const sentences = Math.max(1, paper.sentences.abstract);
  const probability = Math.max(...mentions.map(({ probability: p }) => p));
  const words = (mentions[0]?.candidate.text ?? "").toLowerCase().split(/[\s-]+/u);
  let rarity = 0;
  let rarest = 0;
  for (const word of words) {
    const at = background.words.get(hash32(word));
    const idf = at < 0 ? 17 : Math.log2(background.papers) - (background.logPapers[at] ?? 0) / 15;
    rarity += idf;
    rarest = Math.max(rarest, idf);
  }
  const text = mentions[0]?.candidate.text ?? "";
  return {
    title: inTitle.length > 0 ? 1 : 0,
    titleStart: inTitle.some(({ candidate }) => candidate.start === 0) ? 1 : 0,
    beforeColon: colon > 0 && inTitle.some(({ candidate }) => candidate.end <= colon) ? 1 : 0,
    count: Math.log(mentions.length),
    probability: Math.log(probability / (1 - Math.min(probability, 0.9999))),
    first: first ? 1 - first.sentenceNumber / sentences : 0,
    firstSentence: first?.sentenceNumber === 0 ? 1 : 0,
    lastSentence: mentions.some(
      ({ candidate }) => candidate.field === "abstract" && candidate.sentenceNumber === sentences - 1,
    )
      ? 1
      : 0,
    rarity: rarity / words.length / 10,
    rarest: rarest / 10,
    words: Math.log(words.length),
    proposed: proposed ? 1 : 0,
    short: /^\p{Lu}[\p{Lu}\d-]+s?$/u.test(text) ? 1 : 0,
    name: /\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(text) ? 1 : 0,
    defined: paper.abbreviations.some(({ short, long }) => short.text === text || long.text === text) ? 1 : 0,
    method: method ? 1 : 0,
    titleMethod: inTitle.length > 0 && method ? 1 : 0,
  };
}
