/**
 * Formats of tagged lines: one field a line, a tag at its beginning, lines without tag go on with the field before.
 *
 * One grammar for all of them; what differs is a table: how a tag looks, which tags begin and end a record, which fields
 * mean what.
 */
import { splitAt } from "../lib/text.ts";
import type { SourceSpan } from "../domain/paper.ts";
import type { Problem } from "../domain/staged.ts";
import { linesOf } from "./chunks.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { UnreadTexts } from "./fields/unread-texts.ts";
import type { Reader } from "./reader.ts";

export interface TaggedFormat extends Pick<Reader, "id" | "title" | "endings" | "from" | "recognizes"> {
  /** Finds the tag (group 1) and the text after it (group 2) of a line that has one. */
  readonly tag: RegExp;
  /** Tags that begin a record. */
  readonly begins: ReadonlySet<string>;
  /** Tags that end one. */
  readonly ends?: ReadonlySet<string>;
  /** A blank line ends a record, too. */
  readonly blankEnds?: boolean;
  /** Tags of texts that are no abstracts: addresses, funders, what is cited, rights. */
  readonly beside?: ReadonlySet<string>;
  draft(fields: TaggedFields): Draft;
}

interface Field {
  readonly tag: string;
  readonly lines: string[];
}

/** The fields of one record, in the order of the file. */
class TaggedFields {
  constructor(private readonly fields: readonly Field[]) {}

  /** The first text under the first of the tags that has one; its lines joined with blanks. */
  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const found = this.all(tag)[0];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * All texts under any of the tags as one, a line each: programs repeat a tag for every paragraph. A text that another
   * one holds is left out.
   */
  together(...tags: readonly string[]): string | undefined {
    const texts = [...new Set(this.all(...tags))];
    const kept = texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)));
    return kept.length > 0 ? kept.join("\n") : undefined;
  }

  /** Every text under the tags, in the order of the file. */
  all(...tags: readonly string[]): string[] {
    return this.under(tags).flatMap(({ lines }) => joined(lines) ?? []);
  }

  /** The texts under the first of the tags that has any. */
  allOfFirst(...tags: readonly string[]): string[] {
    return tags.map((tag) => this.all(tag)).find((texts) => texts.length > 0) ?? [];
  }

  /** Every line under the first of the tags that has any: for formats with one author a line. */
  lines(...tags: readonly string[]): string[] {
    for (const tag of tags) {
      const lines = this.under([tag]).flatMap((field) =>
        field.lines.map((line) => line.trim()).filter((line) => line !== ""),
      );
      if (lines.length > 0) return lines;
    }
    return [];
  }

  /** Every text with its tag, but those under some of them. */
  *texts(without: ReadonlySet<string>): Generator<readonly [tag: string, text: string]> {
    for (const { tag, lines } of this.fields) {
      const text = without.has(tag) ? undefined : joined(lines);
      if (text !== undefined) yield [tag, text];
    }
  }

  private under(tags: readonly string[]): readonly Field[] {
    return this.fields.filter(({ tag }) => tags.includes(tag));
  }
}

function joined(lines: readonly string[]): string | undefined {
  const text = lines.join(" ").replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

export function taggedReader(format: TaggedFormat): Reader {
  const { id, title, endings, from } = format;
  return {
    id,
    title,
    endings,
    from,
    recognizes: (head) => format.recognizes(head),
    async *read(chunks, { file }) {
      let fields: Field[] = [];
      let begun = 1;
      let afterBlank = false;
      const unread = new UnreadTexts(id, "field");
      const finish = function* () {
        const done = fields;
        fields = [];
        if (done.length === 0) return;
        const tagged = new TaggedFields(done);
        const draft = format.draft(tagged);
        unread.look(tagged.texts(format.beside ?? NONE), draft, begun);
        const where = { file, line: begun };
        const isStray = format.ends !== undefined && !done.some(({ tag }) => format.begins.has(tag));
        if (isStray && !draft.title && !draft.abstract) yield { problem: strayFields(id, where) };
        else yield* finishRecord(draft, where, id);
      };
      for await (const { text, line } of linesOf(chunks)) {
        const found = format.tag.exec(text);
        const tag = found?.[1]?.trim();
        if (tag === undefined) {
          afterBlank ||= text.trim() === "";
          fields.at(-1)?.lines.push(text);
          continue;
        }
        if (isBorder(format, tag, fields, afterBlank)) yield* finish();
        afterBlank = false;
        if (format.ends?.has(tag)) {
          yield* finish();
          continue;
        }
        if (fields.length === 0) begun = line;
        fields.push({ tag, lines: [found?.[2] ?? ""] });
      }
      yield* finish();
      for (const problem of unread.problems(file)) yield { problem };
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

function strayFields(id: string, where: SourceSpan): Problem {
  const message = "fields between two records, without a title or an abstract; passed over";
  return { code: `${id}/stray-fields`, severity: "info", message, where };
}

/** Whether a tag begins the next record. */
function isBorder(format: TaggedFormat, tag: string, fields: readonly Field[], afterBlank: boolean): boolean {
  if (afterBlank && format.blankEnds) return true;
  return format.begins.has(tag) && fields.length > 0;
}

/** Keywords that stand in one text with `;` between them. */
export function splitKeywords(texts: readonly string[]): string[] {
  return texts.flatMap((text) => splitAt(text, /;/));
}
