/**
 * Reads the text of a document slice by slice, so that the page answers while a large one is being read.
 *
 * Relies on how `writeGraphJson` writes it: one record a line, and no line within a record.
 */

/** Characters parsed at a time: a few milliseconds of work. */
const SLICE = 400_000;

/** The same value as `JSON.parse`. @throws SyntaxError when it is not JSON. */
export async function readDocument(text: string, pause: () => Promise<unknown>): Promise<unknown> {
  const document: Record<string, unknown> = {};
  if (!text.startsWith("{\n")) return JSON.parse(text);
  for (let at = 2; !text.startsWith("}", at);) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    at = end + 1;
    if (!line.endsWith(": [")) {
      Object.assign(document, JSON.parse(`{${withoutComma(line)}}`));
      continue;
    }
    const last = text.indexOf("\n]", at - 1);
    if (last < 0) throw new SyntaxError("a list of the document has no end");
    const records: unknown[] = [];
    while (at < last) {
      const cut = text.indexOf(",\n", at + SLICE);
      const to = cut < 0 ? last : Math.min(cut, last);
      for (const record of JSON.parse(`[${text.slice(at, to)}]`) as unknown[]) records.push(record);
      at = to + 2;
      await pause();
    }
    document[JSON.parse(line.slice(0, -": [".length)) as string] = records;
    at = lineEnd(text, last + 1) + 1;
  }
  return document;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  if (end < 0) throw new SyntaxError("the document breaks off");
  return end;
}

function withoutComma(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}
