/**
 * What readers of XML formats share: record elements out of a stream, one table of fields each, records out.
 *
 * Only the record that is being read stands in memory. Entities that a DTD declares are never expanded, and no DTD is
 * ever fetched.
 */
import { SaxesParser } from "saxes";
import type { Problem } from "../domain/staged.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { UnreadTexts } from "./fields/unread-texts.ts";
import { unescapeEntities } from "../lib/entities.ts";
import type { Reader } from "./reader.ts";
import { NamespaceScopes, withoutPrefixes } from "./xml-names.ts";

/** An element with its content; names without their prefixes, which are any writer's own. */
export interface XmlElement {
  readonly name: string;
  /** The address that its prefix, or that of its surroundings, stands for; a prefix nobody declares stands for itself. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  /** 1-based line of its beginning. */
  readonly line: number;
}

export interface XmlFormat extends Pick<Reader, "id" | "title" | "from"> {
  readonly endings?: readonly string[];
  /** @param head the first characters of the text, names of elements without their prefixes. */
  recognizes(head: string): number;
  /** Names of the elements that are records, without prefixes; the outermost counts. */
  readonly records: ReadonlySet<string>;
  /** The fields of one record; undefined when it is something else than a paper. */
  draft(record: XmlElement): Draft | undefined;
  /** Texts of a record that may be what was lost, by the names of their elements. */
  notes?(record: XmlElement): Iterable<readonly [name: string, text: string]>;
}

/** Elements inside each other that are told apart. */
const DEEPEST = 100;
/** Elements inside each other that are no document any more: the parser keeps them all. */
const TOO_DEEP = 10_000;
/** Characters that the parser is given at once: it goes on to their end, whatever was found in them. */
const PIECE = 1 << 14;
/** Characters without a tag: a comment or a text that the parser keeps all of, twenty bytes for each. */
const LONGEST_TEXT = 2_000_000;
/** Faults of a file's XML that are named; after so many the rest of the file is not read. */
const MAX_FAULTS = 20;

export function xmlReader(format: XmlFormat): Reader {
  const { id, title, from, endings = ["xml"] } = format;
  return {
    id,
    title,
    from,
    endings,
    recognizes: (head) => (/^\s*</.test(head) ? format.recognizes(withoutPrefixes(head)) : 0),
    async *read(chunks, { file }) {
      const cutter = new RecordCutter(format.records);
      const unread = new UnreadTexts(id, "element");
      const give = function* () {
        for (const found of cutter.take()) {
          if ("fault" in found) yield { problem: faultProblem(id, file, found) };
          else {
            const where = { file, line: found.line };
            const draft = format.draft(found);
            if (draft) {
              if (format.notes) unread.look(format.notes(found), draft, found.line);
              yield* finishRecord(draft, where, id);
            } else yield { problem: noPaper(id, where), skips: true as const };
          }
        }
      };
      for await (const chunk of chunks) {
        cutter.write(chunk);
        yield* give();
        if (cutter.stopped) return;
      }
      cutter.end();
      yield* give();
      for (const problem of unread.problems(file)) yield { problem };
    },
  };
}

interface Fault {
  readonly fault: string;
  readonly line: number;
}

class RecordCutter {
  private readonly parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  private readonly scopes = new NamespaceScopes();
  private readonly open: XmlElement[] = [];
  private found: (XmlElement | Fault)[] = [];
  private faults = 0;
  private depth = 0;
  /** Characters since something was found in them. */
  private silent = 0;
  /** The first half of a pair that a chunk's end divides. */
  private half = "";

  constructor(records: ReadonlySet<string>) {
    const { parser, open, scopes } = this;
    parser.on("opentag", ({ name: qualified, attributes }) => {
      this.silent = 0;
      if (++this.depth > TOO_DEEP && !this.stopped) this.stop(`more than ${TOO_DEEP} elements inside each other.`);
      const { local: name, namespace } = scopes.enter(qualified, attributes);
      const parent = open.at(-1);
      // What stands absurdly deep is taken for content of the deepest element that is kept.
      if (parent && open.length >= DEEPEST) {
        open.push(parent);
        return;
      }
      if (!parent && !records.has(name)) return;
      const element: XmlElement = { name, namespace, attributes, children: [], line: parser.line };
      parent?.children.push(element);
      open.push(element);
    });
    parser.on("closetag", () => {
      this.silent = 0;
      scopes.leave();
      this.depth--;
      const closed = open.pop();
      if (closed && open.length === 0 && !this.stopped) this.found.push(closed);
    });
    const text = (content: string): void => {
      this.silent = 0;
      open.at(-1)?.children.push(content);
    };
    parser.on("text", text);
    parser.on("cdata", text);
    for (const name of ["comment", "processinginstruction"] as const) parser.on(name, () => (this.silent = 0));
    parser.on("error", (error) => {
      this.faults++;
      // saxes begins its messages with line and column.
      if (this.faults <= MAX_FAULTS)
        this.found.push({ fault: error.message.replace(/^\d+:\d+: /, ""), line: parser.line });
    });
  }

  private stop(fault: string): void {
    this.found.push({ fault, line: this.parser.line });
    this.faults = MAX_FAULTS + 1;
  }

  get stopped(): boolean {
    return this.faults > MAX_FAULTS;
  }

  /**
   * Line by line, long ones in pieces: faults are told at the end of what was written, so that another cut would be another line. Halves of
   * pairs that stand alone are no characters of XML; the parser would take them differently at a cut.
   */
  write(chunk: string): void {
    const text = this.half + chunk;
    this.half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? "";
    const whole = text.slice(0, text.length - this.half.length).replace(/\p{Cs}/gu, "\ufffd");
    for (const line of whole.split(/(?=\n)/))
      for (let at = 0; at < line.length && !this.stopped; at += PIECE) this.writePiece(line.slice(at, at + PIECE));
  }

  private writePiece(piece: string): void {
    this.silent += piece.length;
    this.parser.write(piece);
    if (this.silent > LONGEST_TEXT && !this.stopped)
      this.stop(`a text, a tag or a comment of more than ${LONGEST_TEXT / 1e6} million characters.`);
  }

  end(): void {
    if (this.half !== "" && !this.stopped) this.parser.write("\ufffd");
    this.parser.close();
  }

  /** What was found since it was last asked. */
  take(): readonly (XmlElement | Fault)[] {
    const { found } = this;
    this.found = [];
    return found;
  }
}

function faultProblem(id: string, file: string, { fault, line }: Fault): Problem {
  return {
    code: `${id}/syntax`,
    severity: "error",
    message: `not well-formed XML: ${fault}`,
    hint: "export or download the file again",
    where: { file, line },
  };
}

function noPaper(id: string, where: Problem["where"] & object): Problem {
  return { code: `${id}/no-paper`, severity: "error", message: "the record is no paper", where };
}

/**
 * The elements at a path of names below an element, all of them. Where some are of the vocabulary of what holds them, those
 * of others (`media:title` beside `title`) do not count.
 */
export function elementsAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>((level, name) => level.flatMap((parent) => childrenNamed(parent, name)), [element]);
}

function childrenNamed({ children, namespace }: XmlElement, name: string): XmlElement[] {
  const named = children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
  const own = named.filter((child) => child.namespace === namespace);
  return own.length > 0 ? own : named;
}

/** The text of the first element at a path; undefined when there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  const found = elementsAt(element, ...path)[0];
  return found && xmlText(found);
}

/** The texts of all elements at a path. */
export function textsAt(element: XmlElement, ...path: readonly string[]): string[] {
  return elementsAt(element, ...path).map((found) => xmlText(found));
}

/** Elements that stand apart from the words before and after them. */
const BLOCKS = new Set(["p", "sec", "title", "list-item", "br", "break", "disp-formula", "AbstractText"]);
/** Elements whose content is no text of their own: the second writing of a formula, notes. */
const SILENT = new Set(["annotation", "tex-math", "xref-group", "fn", "object-id", "kwd-group", "graphic", "alt-text"]);

/** All text in an element, tags left out, blanks run together; mixed content keeps its order. */
export function xmlText(element: XmlElement): string {
  return unescapeEntities(flatten(element)).replace(/\s+/g, " ").trim();
}

/** References of these kinds are marks at names and titles. */
const MARKS = new Set(["fn", "table-fn", "author-notes", "aff", "corresp"]);

function flatten({ name, children, attributes }: XmlElement): string {
  if (SILENT.has(name) || (name === "xref" && MARKS.has(attributes["ref-type"] ?? ""))) return "";
  const inner = children.map((child) => (typeof child === "string" ? child : flatten(child))).join("");
  return BLOCKS.has(name) ? ` ${inner} ` : inner;
}
