/**
 * What the readers' tests share: a text in, records and problems out.
 */
import type { RawRecord } from "../../src/domain/record.ts";
import type { Problem } from "../../src/domain/staged.ts";
import { readRecords } from "../../src/read/read.ts";

export interface Read {
  /** Id of the reader that was chosen. */
  readonly format: string | undefined;
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  /** `code:line` of every problem that is worth an error or a warning, a missing abstract aside. */
  readonly complaints: readonly string[];
}

export async function readText(text: string | AsyncIterable<string>, file = "file"): Promise<Read> {
  const { value, problems } = await readRecords([{ file, text }]);
  const complaints = problems
    .filter(({ code, severity }) => severity !== "info" && !code.endsWith("/no-abstract"))
    .map(({ code, where }) => `${code}:${where?.line ?? 0}`);
  return { format: value.files[0]?.format, records: value.records, problems, complaints };
}

/** A text in chunks of a few characters: borders fall everywhere. */
export async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield await Promise.resolve(text.slice(i, i + size));
}
