/**
 * map.html: the built viewer page with the document inside, one file that opens from disk with the network off.
 *
 * The columns of the first picture stand before the page's script, the document after it, packed: the map is drawn while
 * the rest is still being read.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { writeGraphJson } from "../contract/graph-json.ts";
import { numbersOf, textsOf, type MapTexts } from "./map-columns.ts";
import { writeNumbers } from "./map-numbers.ts";
import { packText } from "./packed-text.ts";
import type { BuiltFormat } from "./format.ts";

/** The texts of the columns, in JSON. */
export const COLUMNS_ELEMENT = '<script type="application/json" id="paperweave-columns">null</script>';
/** Their numbers, in base64. */
export const NUMBERS_ELEMENT = '<script type="text/plain" id="paperweave-numbers">null</script>';
/** graph.json with escapes for what is not ASCII, gzipped, in base64: `base64 -d | gunzip` gives it back. */
export const DATA_ELEMENT = '<script type="text/plain" id="paperweave-data">null</script>';

/**
 * A page with a text of the same set of files packed inside. Read on its own it writes and packs that text itself; who
 * writes the set may pack what it writes for the other file anyway, in another thread.
 */
export class PackedPage implements Iterable<string> {
  readonly before: Iterable<string>;
  /** Name of the file that is packed, and its text. */
  readonly packs: string;
  private readonly text: () => Iterable<string>;
  readonly after: string;

  constructor(before: Iterable<string>, packs: string, text: () => Iterable<string>, after: string) {
    this.before = before;
    this.packs = packs;
    this.text = text;
    this.after = after;
  }

  *[Symbol.iterator](): Generator<string> {
    yield* this.before;
    yield* packText(inAscii(this.text()));
    yield this.after;
  }
}

/** @throws Error when the template is not the viewer's page. */
export function writeMap(template: string, document: GraphDocument): PackedPage {
  const [head, afterHead] = cutAt(template, COLUMNS_ELEMENT);
  const [between, afterNumbers] = cutAt(afterHead, NUMBERS_ELEMENT);
  const [script, end] = cutAt(afterNumbers, DATA_ELEMENT);
  const before = () => writeBefore([head, between, script], document);
  return new PackedPage({ [Symbol.iterator]: before }, "graph.json", () => writeGraphJson(document), end);
}

/** @param page what stands before the texts, before the numbers, and after them. */
function* writeBefore([head, between, script]: readonly string[], document: GraphDocument): Generator<string> {
  yield head!;
  yield* writeTexts(textsOf(document));
  yield between!;
  yield* writeNumbers(numbersOf(document));
  yield script!;
}

/** What stands before and after the `null` of an element. */
function cutAt(page: string, element: string): [before: string, after: string] {
  const at = page.indexOf(element);
  if (at < 0) throw new Error("the viewer page has no place for the data; build it again with `npm run build`");
  const open = at + element.indexOf("null");
  return [page.slice(0, open), page.slice(open + "null".length)];
}

/** Members of a column that are written at a time. */
const SLICE = 50_000;

/** A column of a large document is a text of many megabytes: it is written in slices. */
function* writeTexts(texts: MapTexts): Generator<string> {
  let before = "{";
  for (const [name, column] of Object.entries<unknown>({ ...texts })) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ",";
    if (!Array.isArray(column)) {
      yield inScript(JSON.stringify(column));
      continue;
    }
    yield "[";
    for (let at = 0; at < column.length; at += SLICE) {
      const text = JSON.stringify(column.slice(at, at + SLICE));
      yield inScript(`${at === 0 ? "" : ","}${text.slice(1, -1)}`);
    }
    yield "]";
  }
  yield "}";
}

function* inAscii(chunks: Iterable<string>): Generator<string> {
  for (const chunk of chunks) yield inScript(chunk);
}

const SUSPECT = /[<\u0080-\uffff]/;

/**
 * Inside a script element `<` could end it (`</script`) or hide its end (`<!--`): written as an escape it cannot.
 * Letters beyond ASCII too: a browser reads and hands on a long text of one-byte letters in half the time.
 */
export function inScript(json: string): string {
  if (!SUSPECT.test(json)) return json;
  return json.replace(/[<\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export const HTML_FORMAT = {
  id: "html",
  title: "HTML",
  purpose: "the map in one file: open it from disk, mail it, no server and no network needed",
  isBuilt: true,
  files: [{ name: "map.html", mediaType: "text/html", fillPage: writeMap }],
} as const satisfies BuiltFormat;
