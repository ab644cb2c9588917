/**
 * Statements as text, by the library n3: Turtle, and N-Quads whose graph is the map.
 */
import { Writer } from "n3";
import type { GraphDocument } from "../../contract/graph-document.ts";
import { graphStatements } from "./graph-statements.ts";
import { MAP } from "./statements.ts";
import { PREFIXES } from "./vocabulary.ts";

export function* writeTurtle(document: GraphDocument): Generator<string> {
  const written: string[] = [];
  const writer = new Writer(collector(written), { prefixes: PREFIXES });
  for (const [subject, predicate, object] of graphStatements(document)) {
    writer.addQuad(subject, predicate, object);
    yield* written.splice(0);
  }
  writer.end();
  yield* written;
}

export function* writeNquads(document: GraphDocument): Generator<string> {
  const written: string[] = [];
  const writer = new Writer(collector(written), { format: "N-Quads" });
  for (const [subject, predicate, object] of graphStatements(document)) {
    writer.addQuad(subject, predicate, object, MAP);
    for (const line of written.splice(0)) yield withoutBackslashes(line);
  }
}

/** A backslash by its number: rdflib 6 reads the escape of `\theta` as a backslash, a tab and `heta`. */
function withoutBackslashes(line: string): string {
  return line.includes("\\\\") ? line.replaceAll("\\\\", "\\u005C") : line;
}

/** What the library takes for a stream: its text is handed on at once. */
function collector(written: string[]) {
  return {
    write: (chunk: string, _encoding: string, done?: () => void): void => {
      written.push(chunk);
      done?.();
    },
    end: (done?: () => void): void => done?.(),
  };
}
