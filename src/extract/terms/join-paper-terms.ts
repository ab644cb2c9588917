/**
 * The terms of every paper, from the tables of the shards.
 */
import type { PaperTermRows } from "../../domain/term.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import type { MentionPlaces } from "../choose/corpus-mentions.ts";
import { CERTAINTY_UNITS, type PaperTermTable, SALIENCE_UNITS } from "./paper-term-table.ts";

/** @returns rows in the order of the papers, each paper's most salient first */
export function joinPaperTerms(tables: readonly PaperTermTable[], mentions: MentionPlaces): PaperTermRows {
  const count = (name: keyof PaperTermTable["columns"]) =>
    tables.reduce((sum, { columns }) => sum + columns[name].length, 0);
  const rows = count("term");
  const offsets = new Int32Array(count("rows") + 1);
  const term = new Int32Array(rows);
  const salience = new Float64Array(rows);
  const role = new Uint8Array(rows);
  const certainty = new Float32Array(rows);
  const cue = new Uint32Array(rows);
  const mentionOffsets = new Int32Array(rows + 1);
  const mention = new Uint32Array(count("mention"));
  const cues = new NumberedNames([""]);
  let [paper, row, place] = [0, 0, 0];
  tables.forEach(({ columns: c, cues: own }, s) => {
    const cueOf = own.map((text) => cues.numberOf(text));
    for (const end of c.rows) offsets[++paper] = row + end;
    for (let r = 0; r < c.term.length; r++) {
      term[row + r] = c.term[r]!;
      salience[row + r] = c.salience[r]! / SALIENCE_UNITS;
      role[row + r] = c.role[r]!;
      certainty[row + r] = c.certainty[r]! / CERTAINTY_UNITS;
      cue[row + r] = cueOf[c.cue[r]!]!;
      mentionOffsets[row + r + 1] = place + c.mentions[r]!;
    }
    const first = mentions.firstOfShard[s]!;
    for (let p = 0; p < c.mention.length; p++) mention[place + p] = first + c.mention[p]!;
    row += c.term.length;
    place += c.mention.length;
  });
  const { field, start, end, sentenceStart, sentenceEnd } = mentions;
  return {
    offsets,
    term,
    salience,
    role,
    certainty,
    cue,
    cues: cues.list,
    mentionOffsets,
    mention,
    mentions: { field, start, end, sentenceStart, sentenceEnd },
  };
}
