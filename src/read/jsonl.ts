/**
 * Papers as JSON Lines or JSON, with the field names of our own contract. `text` is accepted for `abstract`.
 *
 * A line that is no paper is a problem with its number; every other line is read.
 */
import { fieldsOfKind } from "../contract/paper-fields.ts";
import { splitNames } from "./fields/names.ts";
import { type JsonObject, jsonReader, personName, textOf, textsOf } from "./json-reader.ts";

/** Fields that hold a text elsewhere: their loss is worth a word where there is no abstract. */
const LONG_TEXT = 80;

export const jsonl = jsonReader({
  id: "jsonl",
  title: "JSON Lines or JSON",
  from: "your own programs: `title`, `abstract`, and any of the fields that `import` writes",
  recognizes: (head) => (/^(\s*(#|\/\/)[^\n]*\n)*\s*[{[]/.test(head) ? 0.5 : 0),
  draft(object, warn) {
    const abstract = textOf(object["abstract"]) ?? textOf(object["text"]);
    if (abstract === undefined) warnOfTexts(object, warn);
    const names = object["authors"];
    const authors = Array.isArray(names)
      ? names.map(personName)
      : typeof names === "string"
        ? splitNames(names)
        : undefined;
    const count = object["author_count"];
    return {
      id: identifierOf(object["id"]),
      title: textOf(object["title"]),
      abstract,
      ...(authors && { authors }),
      ...(typeof count === "number" && { author_count: count }),
      keywords: textsOf(object["keywords"]),
      date: textOf(object["date"]),
      ...Object.fromEntries(fieldsOfKind("text").map((name) => [name, textOf(object[name])])),
    };
  },
});

function identifierOf(value: unknown): string | undefined {
  return typeof value === "number" && Number.isFinite(value) && !Number.isInteger(value)
    ? String(value)
    : textOf(value);
}

function warnOfTexts(object: JsonObject, warn: (name: string, message: string) => void): void {
  for (const [name, value] of Object.entries(object))
    if (name !== "title" && typeof value === "string" && value.length > LONG_TEXT && /\s\S+\s\S+\s/.test(value))
      warn("unknown-text", `the field "${name}" holds texts and is not read; call it "abstract" if it is one`);
}
