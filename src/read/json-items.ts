/**
 * The objects in a JSON text with the line each begins on, one by one: JSON Lines, one array, an answer of an interface
 * that wraps its list, or one object.
 *
 * Lines are parsed each by itself, so that a broken one costs only itself. Texts that go over lines are cut at the
 * borders of their items by a scanner that only counts brackets, so that a long array never stands in memory whole.
 */
import { chunksOf, linesOf, peek, withoutStart } from "./chunks.ts";
import { mendJson } from "./json-mends.ts";
import { INNER_NOTE, leadingNotes, NOTE, NoteBlocks } from "./json-notes.ts";
import { isTooWide, MOST_MEMBERS } from "./json-width.ts";

export type JsonItem =
  /** `mended` says what was read otherwise than it stands. */
  | { readonly value: unknown; readonly line: number; readonly mended?: string }
  /** Text that is no JSON; `note` when it looks like a comment. */
  | { readonly broken: string; readonly note: boolean; readonly line: number };

/** Keys under which interfaces and programs keep their list of papers. */
const LISTS = new Set([
  "results",
  "result",
  "items",
  "data",
  "papers",
  "works",
  "records",
  "documents",
  "docs",
  "recommendedPapers",
  "articles",
  "entry",
  "entries",
  "notes",
  "publications",
]);
/** Keys of objects around such a list. */
const WRAPPERS = new Set(["message", "resultList", "response", "data", "hits", "search-results", "feed"]);
const WRAPPING = [...LISTS, ...WRAPPERS];

export async function* jsonItems(chunks: AsyncIterable<string>): AsyncGenerator<JsonItem> {
  const { head, all } = await peek(chunks);
  const notes = leadingNotes(head);
  if (!isDocument(head.slice(notes.length))) yield* lineItems(all);
  else {
    for await (const item of lineItems(chunksOf(notes))) yield item;
    const above = notes.split("\n").length - 1;
    for await (const item of documentItems(withoutStart(all, notes.length)))
      yield above === 0 ? item : { ...item, line: item.line + above };
  }
}

/** An array, or an object whose first line is not over at its end. */
function isDocument(head: string): boolean {
  const start = head.trimStart();
  if (start.startsWith("[")) return true;
  const first = /^[^\r\n]*(?=[\r\n])/.exec(start)?.[0];
  return first !== undefined && start.startsWith("{") && /[{[,:]\s*$/.test(first);
}

async function* lineItems(chunks: AsyncIterable<string>): AsyncGenerator<JsonItem> {
  const blocks = new NoteBlocks();
  for await (const { text, line } of linesOf(chunks)) {
    // The block is told of where it begins.
    if (blocks.holds(text) || text.trim() === "") continue;
    // Files put together: each may begin with a mark of its own.
    const item = parseItem(text.replace(/^\ufeff/, ""), line, NOTE);
    for (const one of "broken" in item ? (gluedItems(text, line) ?? [item]) : [item]) {
      if ("broken" in one) yield one;
      else for (const value of unwrap(one.value)) yield { ...one, value };
    }
  }
}

/** Objects that stand one behind the other in a line: files without a last line feed, put together. */
function gluedItems(text: string, line: number): readonly JsonItem[] | undefined {
  if (!/\}\s*\{/.test(text)) return undefined;
  const scanner = new ItemScanner();
  const items = scanner.push(text).map((found) => parseItem(found.text, line));
  const isWhole = scanner.end() === undefined && !items.some((item) => "broken" in item);
  return isWhole ? items : undefined;
}

/** @param note what a comment begins with, where one may stand. */
function parseItem(text: string, line: number, note = INNER_NOTE): JsonItem {
  if (isTooWide(text)) return { broken: `more than ${MOST_MEMBERS} members in one object`, note: false, line };
  try {
    return { value: JSON.parse(text) as unknown, line };
  } catch (error) {
    const mended = mendJson(text);
    if (mended) return { ...mended, line };
    return { broken: error instanceof Error ? error.message : String(error), note: note.test(text), line };
  }
}

/** The items of an answer that wraps its list; anything else is an item itself. */
function unwrap(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [value];
  // Few objects are wrappers, and listing the members of one that has many is slow.
  if (!WRAPPING.some((key) => Object.hasOwn(value, key))) return [value];
  for (const [key, inner] of Object.entries<unknown>({ ...value })) {
    if (LISTS.has(key) && Array.isArray(inner)) return inner;
    if (!WRAPPERS.has(key) || typeof inner !== "object" || inner === null) continue;
    for (const [name, list] of Object.entries<unknown>({ ...inner }))
      if (LISTS.has(name) && Array.isArray(list)) return list;
  }
  return [value];
}

async function* documentItems(chunks: AsyncIterable<string>): AsyncGenerator<JsonItem> {
  const scanner = new ItemScanner();
  for await (const chunk of chunks) {
    for (const { text, line } of scanner.push(chunk)) yield parseItem(text, line);
    if (scanner.broken) break;
  }
  const rest = scanner.end();
  if (rest) yield rest;
}

/** Brackets inside each other: papers have ten. */
const TOO_DEEP = 10_000;

interface Open {
  readonly list: boolean;
  readonly array: boolean;
  /** Key of the member that is being read, in an object. */
  key: string;
}

const CODE = {
  quote: 34,
  comma: 44,
  colon: 58,
  open: 91,
  backslash: 92,
  close: 93,
  brace: 123,
  unbrace: 125,
  line: 10,
};

class ItemScanner {
  /** The brackets do not match: nothing further can be cut. */
  broken: string | undefined;
  private readonly stack: Open[] = [];
  private line = 1;
  private itemLine = 1;
  /** Depth at which the present item stands; -1 when none is open. */
  private itemDepth = -1;
  private pieces: string[] = [];
  /** The last string read near the surface: an object's key, when a colon follows. */
  private string = "";
  private inString = false;
  private escaped = false;

  /** The texts of the items that end in this chunk. */
  push(chunk: string): { text: string; line: number }[] {
    const found: { text: string; line: number }[] = [];
    let start = 0;
    const finish = (end: number): void => {
      const text = this.pieces.join("") + chunk.slice(start, end);
      if (text.trim() !== "") found.push({ text, line: this.itemLine });
      this.pieces = [];
      this.itemDepth = -1;
    };
    for (let i = 0; i < chunk.length && this.broken === undefined; i++) {
      const code = chunk.charCodeAt(i);
      if (code === CODE.line) this.line++;
      if (this.inString) {
        this.readString(code);
        continue;
      }
      if (code <= 32) continue;
      const depth = this.stack.length;
      const ends = code === CODE.comma || code === CODE.close || code === CODE.unbrace;
      if (this.itemDepth === depth && ends) finish(i);
      if (this.itemDepth === -1 && !ends && this.startsItem(code)) {
        [this.itemDepth, this.itemLine, start] = [depth, this.line, i];
      }
      this.step(code);
      // An object or array at the surface is over with its bracket; nothing need follow it.
      if (this.stack.length === 0 && this.itemDepth === 0 && ends) finish(i + 1);
    }
    if (this.itemDepth >= 0) this.pieces.push(chunk.slice(start));
    return found;
  }

  /** What is wrong with the end of the text, if anything. */
  end(): JsonItem | undefined {
    if (this.broken !== undefined) return { broken: this.broken, note: false, line: this.line };
    if (this.itemDepth === 0 && this.stack.length === 0 && !this.inString)
      return parseItem(this.pieces.join(""), this.itemLine);
    if (this.stack.length === 0) return undefined;
    const line = this.itemDepth >= 0 ? this.itemLine : this.line;
    return { broken: "the text ends before its last bracket is closed", note: false, line };
  }

  private readString(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === CODE.backslash) this.escaped = true;
    else if (code === CODE.quote) {
      this.inString = false;
      return;
    }
    if (this.stack.length <= 2) this.string += String.fromCharCode(code);
  }

  /** Items stand in a list, or at the surface; a list found inside a surface item takes that item's place. */
  private startsItem(code: number): boolean {
    const top = this.stack.at(-1);
    return top ? top.list : code !== CODE.open;
  }

  private step(code: number): void {
    const top = this.stack.at(-1);
    if (code === CODE.quote) [this.inString, this.string] = [true, ""];
    else if (code === CODE.colon) {
      if (top) top.key = this.string;
    } else if (code === CODE.open || code === CODE.brace) {
      const array = code === CODE.open;
      const list = array && this.isList();
      if (list && this.itemDepth === 0) [this.itemDepth, this.pieces] = [-1, []];
      this.stack.push({ array, list, key: "" });
      if (this.stack.length > TOO_DEEP) this.broken = `more than ${TOO_DEEP} brackets inside each other`;
    } else if (code === CODE.close || code === CODE.unbrace) {
      const closed = this.stack.pop();
      if (!closed || closed.array !== (code === CODE.close)) this.broken = "a bracket is closed that was not opened";
    }
  }

  private isList(): boolean {
    const [outer, inner] = this.stack;
    if (!outer) return true;
    if (outer.array || this.stack.length > 2 || this.stack.some(({ list }) => list)) return false;
    if (!inner) return LISTS.has(outer.key);
    return !inner.array && WRAPPERS.has(outer.key) && LISTS.has(inner.key);
  }
}
