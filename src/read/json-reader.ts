/**
 * What readers of JSON formats share: objects in, one table of fields each, records out.
 */
import type { SourceSpan } from "../domain/paper.ts";
import type { Problem } from "../domain/staged.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { jsonItems } from "./json-items.ts";
import { papersIn } from "./json-shapes.ts";
import { isObject, type JsonObject, type Warn } from "./json-values.ts";
import { plainDraft } from "./plain-object.ts";
import type { Reader, Reading } from "./reader.ts";

export interface JsonFormat extends Pick<Reader, "id" | "title" | "from" | "recognizes"> {
  readonly endings?: readonly string[];
  /** The papers in one object; if left out, the object itself. Those inside of one without text are found anyway. */
  papersIn?(object: JsonObject): readonly JsonObject[];
  /** The fields of one object; undefined when it is something else than a paper (an author, a journal). */
  draft(object: JsonObject, warn: Warn): Draft | undefined;
}

export function jsonReader(format: JsonFormat): Reader {
  const { id, title, from, endings = ["json", "jsonl", "ndjson"] } = format;
  return {
    id,
    title,
    from,
    endings,
    recognizes: (head) => format.recognizes(head),
    async *read(chunks, { file }) {
      const warned = new Set<string>();
      for await (const item of jsonItems(chunks)) {
        const where = { file, line: item.line };
        if ("broken" in item) {
          const problem = syntaxProblem(id, item.broken, item.note, where);
          yield item.note ? { problem } : { problem, skips: true };
        } else {
          if (item.mended !== undefined)
            yield { problem: { code: `${id}/syntax`, severity: "warning", message: item.mended, where } };
          yield* readObject(format, item.value, where, warned);
        }
      }
    },
  };
}

function* readObject(format: JsonFormat, value: unknown, where: SourceSpan, warned: Set<string>): Generator<Reading> {
  const complain = (name: string, message: string): Reading => ({
    skips: true,
    problem: {
      code: `${format.id}/${name}`,
      severity: "error",
      message,
      hint: "a paper needs a title or an abstract",
      where,
    },
  });
  if (!isObject(value)) {
    yield complain("no-object", `${JSON.stringify(value).slice(0, 40)} is no JSON object`);
    return;
  }
  const read = function* (object: JsonObject): Generator<Reading> {
    const warnings: Problem[] = [];
    const draft = draftOf(format, object, (name, message) => {
      if (warned.has(message)) return;
      warned.add(message);
      warnings.push({ code: `${format.id}/${name}`, severity: "warning", message, where });
    });
    const inner = draft && isTextless(draft) ? papersIn(object) : [object];
    if (inner[0] !== object) {
      for (const one of inner) yield* read(one);
      return;
    }
    for (const problem of warnings) yield { problem };
    if (draft) yield* finishRecord(draft, where, format.id, "the object");
    else yield complain("no-paper", "the object is no paper");
  };
  for (const object of format.papersIn?.(value) ?? [value]) yield* read(object);
}

/** What the format leaves empty is looked for under the names that other programs give it: files are put together. */
function draftOf(format: JsonFormat, object: JsonObject, warn: Warn): Draft | undefined {
  const draft = format.draft(object, warn);
  if (!draft || (isText(draft.title) && isText(draft.abstract))) return draft;
  const plain = plainDraft(object, warn);
  if (isTextless(draft)) return plain;
  return isText(draft.title) ? { ...draft, abstract: plain.abstract } : { ...draft, title: plain.title };
}

function isTextless({ title, abstract }: Draft): boolean {
  return !isText(title) && !isText(abstract);
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

function syntaxProblem(id: string, reason: string, note: boolean, where: SourceSpan): Problem {
  if (note)
    return {
      code: `${id}/comment`,
      severity: "warning",
      message: "a comment, which JSON does not have; passed over",
      where,
    };
  return {
    code: `${id}/syntax`,
    severity: "error",
    message: `not valid JSON: ${reason}`,
    hint: "one JSON object a line, or one array of objects",
    where,
  };
}
