/**
 * A document to the page: first the map, then the files that are written from it.
 */
import type { GraphDocument } from "../../../src/contract/graph-document.ts";
import { writeGraphJson } from "../../../src/contract/graph-json.ts";
import type { WrittenFile } from "../../../src/contract/run-record.ts";
import { writeAllFormats } from "../../../src/export/formats.ts";
import { numbersOf, textsOf } from "../../../src/export/map-columns.ts";
import { inScript, PackedPage } from "../../../src/export/map.ts";
import { TextPacker } from "../../../src/export/packed-text.ts";
import type { Say } from "./messages.ts";
import { FileInMaking, writeFile } from "./written-file.ts";

/** By file name, in the order of a build. */
export type Outputs = Readonly<Record<string, WrittenFile>>;

/** @param viewer the viewer's page */
export function handOver(document: GraphDocument, viewer: string, say: Say): Outputs {
  const graph = new FileInMaking();
  const packer = new TextPacker();
  const encoder = new TextEncoder();
  const letters: string[] = [];
  // Written and packed at once: the map in the page and map.html carry the same text.
  for (const chunk of writeGraphJson(document)) {
    graph.add(chunk);
    letters.push(packer.push(encoder.encode(inScript(chunk))));
  }
  letters.push(packer.end());
  const packed = letters.join("");
  const { blob, written } = graph.done();
  say({ kind: "file", name: "graph.json", blob });
  const numbers = numbersOf(document);
  const moved = Object.values(numbers).map(({ buffer }) => buffer);
  say({ kind: "map", map: { texts: textsOf(document), numbers, packed } }, moved);
  const outputs: Record<string, WrittenFile> = {};
  for (const [name, chunks] of Object.entries(writeAllFormats(document, viewer))) {
    if (name === "graph.json") {
      outputs[name] = written;
      continue;
    }
    const file = writeFile(chunks instanceof PackedPage ? pageWith(chunks, packed) : chunks);
    outputs[name] = file.written;
    say({ kind: "file", name, blob: file.blob });
  }
  return outputs;
}

function* pageWith({ before, after }: PackedPage, packed: string): Generator<string> {
  yield* before;
  yield packed;
  yield after;
}
