/**
 * What every paper states of its terms, from the tables of the shards.
 */
import type { PaperRelationRows } from "../../domain/term.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import type { MentionPlaces } from "../choose/corpus-mentions.ts";
import { CONFIDENCE_UNITS, type RelationTable } from "./relation-table.ts";

/** @returns rows in the order of the papers */
export function joinRelations(tables: readonly RelationTable[], mentions: MentionPlaces): PaperRelationRows {
  const rows = tables.reduce((sum, { columns }) => sum + columns.kind.length, 0);
  const papers = tables.reduce((sum, { columns }) => sum + columns.rows.length, 0);
  const joined = {
    offsets: new Int32Array(papers + 1),
    kind: new Uint8Array(rows),
    head: new Int32Array(rows),
    tail: new Int32Array(rows),
    confidence: new Float32Array(rows),
    field: new Uint8Array(rows),
    start: new Uint32Array(rows),
    end: new Uint32Array(rows),
    cue: new Uint32Array(rows),
  };
  const cues = new NumberedNames([""]);
  let [paper, row] = [0, 0];
  tables.forEach(({ columns: c, cues: own }, s) => {
    const cueOf = own.map((text) => cues.numberOf(text));
    const first = mentions.firstOfShard[s]!;
    for (const end of c.rows) joined.offsets[++paper] = row + end;
    for (let r = 0; r < c.kind.length; r++) {
      const mention = first + c.mention[r]!;
      joined.kind[row + r] = c.kind[r]!;
      joined.head[row + r] = c.head[r]!;
      joined.tail[row + r] = c.tail[r]!;
      joined.confidence[row + r] = c.confidence[r]! / CONFIDENCE_UNITS;
      joined.field[row + r] = mentions.field[mention]!;
      joined.start[row + r] = mentions.sentenceStart[mention]!;
      joined.end[row + r] = mentions.sentenceEnd[mention]!;
      joined.cue[row + r] = cueOf[c.cue[r]!]!;
    }
    row += c.kind.length;
  });
  return { ...joined, cues: cues.list };
}
