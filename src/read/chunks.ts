/**
 * Streams of text: their head, their lines, the whole of them.
 */
import { UsageError } from "../lib/errors.ts";
import { HEAD_LENGTH } from "./reader.ts";

/** Characters that are read at once: a thousand times what pages have, a fifth of what a string can hold. */
const MAX_WHOLE = 100_000_000;
/** Characters of a line of prose: five times what a paper may have. */
const LONGEST_LINE = 1_000_000;

export interface Line {
  /** Without its end. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A text as a stream of one chunk; a stream as it is. */
export async function* chunksOf(text: string | AsyncIterable<string>): AsyncGenerator<string> {
  if (typeof text === "string") yield await Promise.resolve(text);
  else yield* text;
}

/**
 * Looks at a stream's beginning.
 *
 * @returns the first `length` characters (fewer in a shorter text) and the whole stream, both without byte-order mark.
 */
export async function peek(
  chunks: AsyncIterable<string>,
  length = HEAD_LENGTH,
): Promise<{ readonly head: string; readonly all: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let begun = "";
  while (begun.length <= length) {
    const next = await iterator.next();
    if (next.done) break;
    begun += next.value;
  }
  const start = begun.startsWith("\uFEFF") ? begun.slice(1) : begun;
  return { head: start.slice(0, length), all: resume(start, iterator) };
}

async function* resume(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (start !== "") yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Who stops reading early closes what was opened.
    await rest.return?.();
  }
}

/** A stream without so many characters at its beginning. */
export async function* withoutStart(chunks: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The lines of a stream; LF, CRLF and CR all end one. What follows the last end is a line when it holds anything. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  // Pieces of the line that is not over yet: joined once, for a line may be as long as a file.
  let open: string[] = [];
  let line = 0;
  let heldBack = "";
  for await (const chunk of chunks) {
    let text = heldBack + chunk;
    heldBack = "";
    // A CR at a chunk's end may be the first half of a CRLF.
    if (text.endsWith("\r")) {
      heldBack = "\r";
      text = text.slice(0, -1);
    }
    const parts = text.split(/\r\n|\n|\r/);
    open.push(parts[0] ?? "");
    for (let i = 1; i < parts.length; i++) {
      yield { text: open.join(""), line: ++line };
      open = [parts[i] ?? ""];
    }
  }
  const last = open.join("");
  if (last !== "") yield { text: last, line: line + 1 };
}

/** The same text with LF for every line's end. */
export async function* unixLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let heldBack = "";
  for await (const chunk of chunks) {
    const text = heldBack + chunk;
    // A CR at a chunk's end may be the first half of a CRLF.
    heldBack = text.endsWith("\r") ? "\r" : "";
    yield (heldBack === "" ? text : text.slice(0, -1)).replace(/\r\n?/g, "\n");
  }
  if (heldBack !== "") yield "\n";
}

/** A stream of prose as it is. @throws UsageError, on the way, when one of its lines is far longer than any of a paper. */
export async function* proseOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  for await (const chunk of chunks) {
    for (const [i, line] of chunk.split(/[\r\n]/).entries()) {
      length = i === 0 ? length + line.length : line.length;
      if (length > LONGEST_LINE)
        throw new UsageError(
          `one line of it has more than ${LONGEST_LINE / 1e6} million characters, which no page of papers has`,
          "is it a table? Its first line has to name a column `title`",
        );
    }
    yield chunk;
  }
}

/**
 * The whole text of a stream, for formats that cannot be read piece by piece.
 *
 * @throws UsageError for one that is far longer than any such file.
 */
export async function wholeText(chunks: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_WHOLE)
      throw new UsageError(
        `the text has more than ${MAX_WHOLE / 1e6} million characters, which is too much to be read at once`,
        "divide it; or is it no page that was saved as text?",
      );
    parts.push(chunk);
  }
  return parts.join("");
}
