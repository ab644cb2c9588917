/**
 * How known a term and its words are in the background: what no one has written before is rather proposed, what everybody
 * writes of is used or mentioned.
 */
import type { Background } from "../model/background.ts";
import { phraseHash } from "../model/feature-hash.ts";
import { crudeStem } from "../../lib/stems.ts";
import type { TermType } from "../../contract/graph-document.ts";
import type { Add } from "./role-sentence-features.ts";
import { hash32 } from "../../lib/hash.ts";

/** Steps of document frequency: two doublings (log2 × 15). */
const step = (logPapers: number): number => Math.floor(logPapers / 30);

/** @param words of the term, lower case */
export function rarityFeatures(words: readonly string[], type: TermType, background: Background, add: Add): void {
  const { words: index, logPapers, titleRate, phrases, phraseLogPapers, terms, termLogPapers, termMean } = background;
  const places = words.map((word) => index.get(hash32(word)));
  const papersOf = (at: number): number => (at < 0 ? 0 : logPapers[at]! + 1);
  const head = places.at(-1) ?? -1;
  const shown = "how usual its words are";
  add(`rarest word ${step(Math.min(...places.map(papersOf)))}`, shown);
  add(`head in papers ${step(papersOf(head))}`, shown);
  if (head >= 0) add(`head in titles ${Math.floor(titleRate[head]! / 20)}`, shown);
  add(`unknown words ${Math.min(2, places.filter((at) => at < 0).length)}`, shown);
  const phrase = words.length < 2 ? -1 : phrases.get(phraseHash(words));
  const usual = words.length < 2 ? papersOf(head) : phrase < 0 ? 0 : phraseLogPapers[phrase]! + 1;
  add(`phrase in papers ${Math.min(6, step(usual))}`, shown);
  add(`phrase in papers ${Math.min(6, step(usual))}, type ${type}`, shown);
  const last = words.length - 1;
  let term = terms.get(phraseHash(words));
  if (term < 0 && last >= 0) term = terms.get(phraseHash(words.with(last, crudeStem(words[last]!))));
  const known = term < 0 ? -1 : step(termLogPapers[term]!);
  add(`term in papers ${known}`, shown);
  add(`term in papers ${known}, type ${type}`, shown);
  if (term >= 0) add(`term surely ${Math.floor(termMean[term]! / 40)}`, shown);
}
