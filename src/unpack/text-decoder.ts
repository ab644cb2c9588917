/**
 * Bytes → text, chunk by chunk: UTF-8, UTF-16 by its byte-order mark or its NULs, and for every line whose bytes are no
 * UTF-8 (files put together from several sources mix them line by line) Windows-1252, or what scripts other than Latin
 * were written in. A line that was encoded twice is decoded twice.
 */
import type { Problem } from "../domain/staged.ts";
import { concatBytes } from "../lib/bytes.ts";
import { type LegacyEncoding, legacyEncoding } from "../lib/legacy-encodings.ts";
import { mayBeMojibake, repairMojibake, windows1252 } from "../lib/mojibake.ts";

/** Bytes that the encoding is told by. */
const HEAD = 4096;
/** A line longer than this is decoded in pieces, so that a file of one line never stands in memory twice. */
const LONGEST_LINE = 1 << 20;
/** At most so many repaired lines are named one by one. */
const NAMED_LINES = 5;

export interface Decoded {
  readonly text: AsyncIterable<string>;
  /** Lines that were no UTF-8; complete when the text has been read. */
  readonly repairs: readonly Problem[];
}

/** @param file name for the places of repairs. */
export function decodeStream(bytes: AsyncIterable<Uint8Array>, file: string): Decoded {
  const repairs: Problem[] = [];
  return { text: decode(bytes, new Utf8Lines(file, repairs)), repairs };
}

/** A whole file's text, decoded in the same way. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes.subarray(0, HEAD));
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(bytes);
  const lines = new Utf8Lines("", []);
  return lines.push(bytes) + lines.end();
}

async function* decode(bytes: AsyncIterable<Uint8Array>, utf8: Utf8Lines): AsyncGenerator<string> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  let next = await iterator.next();
  for (; !next.done && head.length < HEAD; next = await iterator.next()) head = concatBytes([head, next.value]);
  const encoding = encodingOf(head);
  const wide = encoding === "utf-8" ? undefined : new TextDecoder(encoding);
  const feed = (chunk: Uint8Array): string => (wide ? wide.decode(chunk, { stream: true }) : utf8.push(chunk));
  yield feed(head);
  for (; !next.done; next = await iterator.next()) yield feed(next.value);
  yield wide ? wide.decode() : utf8.end();
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // Without a mark: Latin letters in UTF-16 have a NUL for every other byte.
  const nuls = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const half = head.length / 2;
  if (half >= 8 && odd > 0.6 * half && even < 0.1 * half) return "utf-16le";
  if (half >= 8 && even > 0.6 * half && odd < 0.1 * half) return "utf-16be";
  return "utf-8";
}

/** Node 20's own decoder gives control characters for 80–9F. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (unit) => windows1252(unit.charCodeAt(0)));
}

const ENCODING_NAMES: Readonly<Record<LegacyEncoding, string>> = {
  "windows-1252": "Windows-1252",
  "windows-1251": "Windows-1251",
  gb18030: "GB 18030",
  "euc-kr": "EUC-KR",
  shift_jis: "Shift JIS",
};

const [LF, CR] = [10, 13];

/** UTF-8 in whole lines; a line that is none is taken as Windows-1252. */
class Utf8Lines {
  /** The line that is not at its end yet, in the pieces it came in: together shorter than the longest line. */
  private rest: Uint8Array[] = [];
  private waiting = 0;
  private atStart = true;
  private line = 1;
  /** What the last line was that was no UTF-8. */
  private legacy: LegacyEncoding = "windows-1252";
  private readonly repaired = new Map<string, number>();

  constructor(
    private readonly file: string,
    private readonly repairs: Problem[],
  ) {}

  push(chunk: Uint8Array): string {
    this.rest.push(chunk);
    this.waiting += chunk.length;
    // Joined once a line: joined with every chunk, a long line would be copied over and over.
    if (this.waiting < LONGEST_LINE && !chunk.includes(LF) && !chunk.includes(CR)) return "";
    const bytes = this.rest.length > 1 ? concatBytes(this.rest) : chunk;
    const end = lastCut(bytes);
    this.rest = [bytes.slice(end)];
    this.waiting = bytes.length - end;
    return this.decode(bytes.subarray(0, end));
  }

  end(): string {
    const text = this.decode(concatBytes(this.rest));
    this.rest = [];
    for (const [what, count] of this.repaired)
      if (count > NAMED_LINES) this.tell(`${count} lines ${what.replace("is", "are").replace("was", "were")}`, 1);
    return text;
  }

  private decode(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    const plain = this.strict(bytes);
    if (plain !== undefined && !mayBeMojibake(plain)) {
      for (const byte of bytes) if (byte === LF) this.line++;
      return plain;
    }
    let text = "";
    for (let start = 0; start < bytes.length;) {
      let end = start;
      while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
      while (end < bytes.length && (bytes[end] === LF || bytes[end] === CR)) end++;
      const line = bytes.subarray(start, end);
      text += this.decodeLine(line);
      for (const byte of line) if (byte === LF) this.line++;
      start = end;
    }
    return text;
  }

  private decodeLine(line: Uint8Array): string {
    const plain = this.strict(line);
    if (plain === undefined) {
      this.atStart = false;
      this.legacy = legacyEncoding(line, this.legacy);
      this.repair(`is no UTF-8; read as ${ENCODING_NAMES[this.legacy]}`);
      return this.legacy === "windows-1252" ? decodeWindows1252(line) : new TextDecoder(this.legacy).decode(line);
    }
    const meant = repairMojibake(plain);
    if (meant !== undefined) this.repair("was encoded twice; read as what was meant");
    return meant ?? plain;
  }

  /** Undefined when the bytes are no UTF-8. The byte-order mark goes at the file's beginning only. */
  private strict(bytes: Uint8Array): string | undefined {
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !this.atStart }).decode(bytes);
      this.atStart = false;
      return text;
    } catch {
      return undefined;
    }
  }

  private repair(what: string): void {
    const count = (this.repaired.get(what) ?? 0) + 1;
    this.repaired.set(what, count);
    if (count <= NAMED_LINES) this.tell(`this line ${what}`, this.line);
  }

  private tell(message: string, line: number): void {
    this.repairs.push({ code: "input/encoding", severity: "warning", message, where: { file: this.file, line } });
  }
}

/** The end of the last whole line; in a very long line the last border between two characters. */
function lastCut(bytes: Uint8Array): number {
  for (let i = bytes.length - 1; i >= 0; i--) if (bytes[i] === LF || bytes[i] === CR) return i + 1;
  if (bytes.length < LONGEST_LINE) return 0;
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return Math.max(0, end - 1);
}
