/**
 * What readers of JSON formats share: objects in, one table of fields each, records out.
 */
import type { SourceSpan } from "../domain/paper.ts";
import type { Problem } from "../domain/staged.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { jsonItems } from "./json-items.ts";
import type { Reader, Reading } from "./reader.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonFormat extends Pick<Reader, "id" | "title" | "from" | "recognizes"> {
  readonly endings?: readonly string[];
  /** The papers in one object that is none itself; the object itself if left out. */
  papersIn?(object: JsonObject): readonly JsonObject[];
  /**
   * The fields of one object; undefined when it is something else than a paper (an author, a journal).
   *
   * @param warn called with a name and a message for what is worth saying once a file.
   */
  draft(object: JsonObject, warn: (name: string, message: string) => void): Draft | undefined;
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
        if ("broken" in item) yield { problem: syntaxProblem(id, item.broken, item.note, where) };
        else {
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
  for (const object of format.papersIn?.(value) ?? [value]) {
    const warnings: Problem[] = [];
    const draft = format.draft(object, (name, message) => {
      if (warned.has(message)) return;
      warned.add(message);
      warnings.push({ code: `${format.id}/${name}`, severity: "warning", message, where });
    });
    for (const problem of warnings) yield { problem };
    if (draft) yield* finishRecord(draft, where, format.id, "the object");
    else yield complain("no-paper", "the object is no paper");
  }
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

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member as text: strings as they are, numbers written out where they are exact; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === "string" ? value : undefined;
}

/** The first text of a list, or the text itself. */
export function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? value.map(textOf).find((text) => text !== undefined) : textOf(value);
}

/** The member at a path of keys; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/** The objects of a list; none when it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list; none when it is no list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item) => textOf(item) ?? []) : [];
}

/** `Ada Lovelace` of `{given, family}`, `{name}`, `{fullName}` or a plain text. */
export function personName(value: unknown): string | undefined {
  if (!isObject(value)) return textOf(value);
  const whole = textOf(value["name"]) ?? textOf(value["literal"]) ?? textOf(value["fullName"]);
  if (whole !== undefined) return whole;
  const parts = [
    value["given"] ?? value["firstName"],
    value["non-dropping-particle"],
    value["family"] ?? value["lastName"],
  ];
  return parts.flatMap((part) => textOf(part) ?? []).join(" ");
}

/** `2024-05-01` of Crossref's and CSL's `{"date-parts": [[2024, 5, 1]]}`. */
export function dateParts(value: unknown): string | undefined {
  const parts: unknown = at(value, "date-parts");
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const numbers = Array.isArray(first) ? first.flatMap((part) => textOf(part) ?? []) : [];
  return numbers.length > 0 ? numbers.join("-") : (textOf(at(value, "raw")) ?? textOf(at(value, "literal")));
}
