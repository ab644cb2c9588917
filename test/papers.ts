/**
 * Papers as the stages take them, with defaults for what a test does not care about.
 */
import type { Paper } from "../src/domain/paper.ts";

export function paperOf(id: string, abstract: string, title = `Paper ${id}`): Paper {
  return { id, title, abstract, source: { file: "papers.jsonl", line: 1 } };
}
