/**
 * BibTeX's grammar: a stream of text → entries with their fields, strings put in, braces of the values kept.
 *
 * Entries are cut out by their brackets, line by line, and each is parsed by itself. An entry whose bracket is not closed
 * ends where the next one begins, so that a fault costs at most its own entry.
 */
import { withoutEnd } from "../lib/text.ts";
import { type Line, linesOf } from "./chunks.ts";

export interface BibtexEntry {
  /** In small letters: `article`. */
  readonly type: string;
  readonly key: string;
  /** Values by names in small letters; of a name given twice the first value that holds anything. */
  readonly fields: ReadonlyMap<string, string>;
  /** What is wrong with it; what could be read was read. */
  readonly fault?: string;
  /** 1-based line of its beginning. */
  readonly line: number;
}

/** Where an entry begins: at a line's start or after another entry. */
const START = /(^|[^\w.@\\])@\s*([a-z][\w-]*)\s*([{(])/gi;
/** A line that begins an entry even where a bracket before it is still open: key and comma, and a field or nothing. */
const SURE_START = /^\s{0,3}@\s*[a-z][\w-]*\s*[{(]\s*[^\s,{}()="]+\s*,\s*(?:$|[a-z][\w-]*\s*=\s*[{"\d])/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Characters that strings put in for each one of the file: journals and publishers give three … */
const MAX_GROWTH = 20;
/** … and those that are free: a short file proves nothing. */
const FREE_GROWTH = 1_000_000;

const GROWN = "a string makes more of the file than any text would and is left out";

/** What `@string` defines. Strings of strings double line by line, so what they put in is counted. */
class Strings {
  private readonly values = new Map<string, string | undefined>(MONTHS.map((month) => [month, month]));
  private left = FREE_GROWTH;

  /** @param length of a further part of the file */
  read(length: number): void {
    this.left += MAX_GROWTH * length;
  }

  /** @param value undefined: one that has grown too long by itself */
  define(name: string, value: string | undefined): void {
    this.values.set(name, value);
  }

  /** What stands for a name: itself, where nothing is defined; undefined when it would grow like no text. */
  put(name: string): string | undefined {
    const key = name.toLowerCase();
    if (!this.values.has(key)) return name;
    const value = this.values.get(key);
    if (value === undefined || value.length > this.left) return undefined;
    this.left -= value.length;
    return value;
  }
}

export async function* bibtexEntries(chunks: AsyncIterable<string>): AsyncGenerator<BibtexEntry> {
  const strings = new Strings();
  for await (const { type, text, line, closed } of rawEntries(linesOf(chunks))) {
    strings.read(text.length);
    if (type === "comment" || type === "preamble") continue;
    if (type === "string") {
      const { fields, fault = "" } = parseFields(text, strings, closed);
      for (const [name, value] of fields) strings.define(name, fault.startsWith(GROWN) ? undefined : value);
      continue;
    }
    const key = entryKey(text.trimStart());
    const parsed = parseFields(text.slice(text.indexOf(key) + key.length), strings, closed);
    const fault = closed ? parsed.fault : "the entry's bracket is not closed";
    yield { type, key: key.trim(), fields: parsed.fields, line, ...(fault !== undefined && { fault }) };
  }
}

interface RawEntry {
  readonly type: string;
  /** What stands between the entry's brackets. */
  readonly text: string;
  readonly line: number;
  readonly closed: boolean;
}

async function* rawEntries(lines: AsyncIterable<Line>): AsyncGenerator<RawEntry> {
  let open: OpenEntry | undefined;
  for await (const { text, line } of lines) {
    if (open && open.type !== "comment" && SURE_START.test(text)) {
      yield open.raw(false);
      open = undefined;
    }
    let at = 0;
    while (at < text.length) {
      if (open) {
        const end: number = open.add(text, at);
        if (end < 0) break;
        yield open.raw(true);
        [open, at] = [undefined, end];
        continue;
      }
      START.lastIndex = Math.max(0, at - 1);
      const found = START.exec(text);
      if (!found) break;
      open = new OpenEntry((found[2] ?? "").toLowerCase(), found[3] === "(", line);
      at = START.lastIndex;
    }
    open?.endLine();
  }
  if (open) yield open.raw(false);
}

/** An entry that is being cut out. */
class OpenEntry {
  private readonly parts: string[] = [];
  private depth = 0;
  private quoted = false;

  constructor(
    readonly type: string,
    private readonly round: boolean,
    private readonly line: number,
  ) {}

  /** Takes a line from a place on. @returns the place after the entry's end, -1 when it goes on. */
  add(text: string, from: number): number {
    for (let i = from; i < text.length; i++) {
      const char = text[i];
      if (char === "{") this.depth++;
      else if (char === '"' && this.depth === 0) this.quoted = !this.quoted;
      else if (char === "}" && (this.round || this.depth > 0)) this.depth--;
      else if (this.depth === 0 && (char === "}" || (this.round && char === ")" && !this.quoted))) {
        this.parts.push(text.slice(from, i));
        return i + 1;
      }
    }
    this.parts.push(text.slice(from));
    return -1;
  }

  endLine(): void {
    this.parts.push("\n");
  }

  raw(closed: boolean): RawEntry {
    return { type: this.type, text: this.parts.join(""), line: this.line, closed };
  }
}

interface ParsedFields {
  readonly fields: Map<string, string>;
  readonly fault?: string;
}

const NAME = /[\s,]*(?:%[^\n]*\n[\s,]*)*([^\s=,{}"#%]+)\s*=\s*/y;
const PIECE = /\s*(?:(\d+)|([^\s=,{}"#%()]+))\s*/y;
/** Where the next field begins, for values whose bracket is not closed: at the last line break before it. */
const NEXT_FIELD = /\n[^\S\n]*[a-z][\w-]*\s*=\s*[{"\d]/gi;

/** What stands before the first comma, or alone; nothing, where a field begins the entry. */
function entryKey(text: string): string {
  const key = /^[^,=]*/.exec(text)![0];
  return text.charAt(key.length) === "=" ? "" : key.trimEnd();
}

/** @param closed whether the entry's bracket is closed; if not, the bracket of some value is not closed, most likely. */
function parseFields(text: string, strings: Strings, closed: boolean): ParsedFields {
  const fields = new Map<string, string>();
  let fault: string | undefined;
  let at = 0;
  while (at < text.length) {
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) {
      // Something that is no field: go on after the next comma or line.
      const next = /[,\n]/g;
      next.lastIndex = at + 1;
      const found = next.exec(text);
      if (text.slice(at, found?.index).replace(/[\s,]/g, "") !== "")
        fault ??= "something between the fields is no field";
      if (!found) break;
      at = found.index;
      continue;
    }
    const value = parseValue(text, NAME.lastIndex, strings, closed);
    if (value.fault !== undefined) fault ??= `${value.fault} in the field "${name}"`;
    if (!fields.get(name)?.trim()) fields.set(name, value.text);
    at = Math.max(value.end, NAME.lastIndex);
  }
  return { fields, ...(fault !== undefined && { fault }) };
}

interface Value {
  readonly text: string;
  readonly end: number;
  readonly fault?: string;
}

/** One value: braced, quoted, number or string names, with `#` between them. */
function parseValue(text: string, start: number, strings: Strings, closed: boolean): Value {
  let out = "";
  let fault: string | undefined;
  let at = start;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const char = text.charAt(at);
    if (char === "{" || char === '"') {
      const end = closing(text, at);
      NEXT_FIELD.lastIndex = at;
      const next = closed && end >= 0 ? end : (NEXT_FIELD.exec(text)?.index ?? text.length);
      if (end < 0 || next < end) {
        return {
          text: out + withoutEnd(text.slice(at + 1, next), `}", \t\r\n`),
          end: next,
          fault: "a bracket is not closed",
        };
      }
      out += text.slice(at + 1, end);
      at = end + 1;
    } else {
      PIECE.lastIndex = at;
      const piece = PIECE.exec(text);
      if (!piece) return { text: out, end: at + 1, fault: "a value is missing" };
      const put = piece[1] ?? strings.put(piece[2] ?? "");
      if (put === undefined) fault = GROWN;
      out += put ?? "";
      at = PIECE.lastIndex;
    }
    while (/\s/.test(text.charAt(at))) at++;
    if (text.charAt(at) !== "#") return { text: out, end: at, ...(fault !== undefined && { fault }) };
    at++;
  }
}

/** The place of the bracket or quotation mark that closes the one at a place; -1 when there is none. */
function closing(text: string, at: number): number {
  const quoted = text.charAt(at) === '"';
  let depth = 0;
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i];
    if (char === "{") depth++;
    else if (char === "}" && depth === 0) return quoted ? -1 : i;
    else if (char === "}") depth--;
    else if (quoted && char === '"' && depth === 0) return i;
  }
  return -1;
}
