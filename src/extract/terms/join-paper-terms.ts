/**
 * The terms of every paper, from the tables of the shards.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { Paper } from "../../domain/paper.ts";
import type { Mention, PaperTerm } from "../../domain/term.ts";
import { type CorpusMentions, firstMention } from "../choose/corpus-mentions.ts";
import { FIELDS } from "../tag/tagged-shard.ts";
import { type PaperTermTable, readPaperTerms } from "./paper-term-table.ts";

/** @returns in the order of the papers, each most salient first */
export function joinPaperTerms(
  tables: readonly PaperTermTable[],
  mentions: CorpusMentions,
  papers: readonly Paper[],
): PaperTerm[][] {
  const { ends, field, start, end, sentenceStart, sentenceEnd, firstOfShard } = mentions;
  let paper = 0;
  let sentences = new Map<number, Mention["sentence"]>();
  const mentionAt = (m: number): Mention => {
    while (m >= ends[paper]! || m < firstMention(ends, paper)) {
      paper++;
      sentences = new Map();
    }
    const name = FIELDS[field[m]!]!;
    const from = sentenceStart[m]!;
    // One object for all mentions in a sentence.
    const key = from * FIELDS.length + field[m]!;
    let sentence = sentences.get(key);
    if (!sentence) sentences.set(key, (sentence = { start: from, end: sentenceEnd[m]! }));
    const text = fieldText(papers[paper]!, name).slice(start[m], end[m]);
    return { field: name, start: start[m]!, end: end[m]!, text, sentence };
  };
  return tables.flatMap((table, s) => readPaperTerms(table, (m) => mentionAt(firstOfShard[s]! + m)));
}
