/**
 * Lines with more cells than any table of papers has.
 */
import { countIn } from "./csv-header.ts";

/** Delimiters in a line of the file, texts with commas included, of which no cells are made any more. */
export const MOST_DELIMITERS = 100_000;

export class WideLine extends Error {}

/** @throws WideLine, on the way, before so many cells are made. */
export async function* withoutWideLines(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  let cells = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const feed = chunk.indexOf("\n", start);
      const end = feed < 0 ? chunk.length : feed;
      cells += countIn(chunk, delimiter, start, end);
      if (cells > MOST_DELIMITERS) {
        // What came before is read, wherever the stream is cut.
        yield chunk.slice(0, start);
        throw new WideLine();
      }
      if (feed >= 0) cells = 0;
      start = end + 1;
    }
    yield chunk;
  }
}
