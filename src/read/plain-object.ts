/**
 * A paper in an object of no format: by the names that programs give fields, those of our own contract first. `text` is
 * accepted for `abstract`.
 */
import { fieldsOfKind } from "../contract/paper-fields.ts";
import { splitNames } from "./fields/names.ts";
import { draftOfNamed, foldFieldName, isLostText, type NamedField, NAMES_OF } from "./fields/named-fields.ts";
import { isMissingText } from "./fields/placeholders.ts";
import type { Draft } from "./fields/record.ts";
import { textWithin } from "./json-shapes.ts";
import { tellLostMembers } from "./lost-members.ts";
import { at, dateParts, isObject, type JsonObject, personName, textOf, textsOf, type Warn } from "./json-values.ts";

export function plainDraft(object: JsonObject, warn: Warn): Draft {
  const named = namedMembers(object);
  const texts = (field: NamedField): string[] => NAMES_OF[field].flatMap((name) => named.get(name) ?? []);
  warnOfTexts(object, texts("abstract")[0], warn);
  tellLostMembers(object, warn);
  const draft = draftOfNamed(texts);
  const count = object["author_count"];
  return {
    ...draft,
    id: identifierOf(object["id"]),
    ...listsOf(object),
    ...(typeof count === "number" && { author_count: count }),
    ...dateOf(object["date"]),
    // The names of our own contract say exactly what they hold.
    ...Object.fromEntries(
      fieldsOfKind("text").flatMap((name) =>
        textOf(object[name]) === undefined ? [] : [[name, textOf(object[name])]],
      ),
    ),
  };
}

/** Fields whose text may stand in an object of its own, or in a list of its parts. */
const LONG_TEXTS = new Set([...NAMES_OF.title, ...NAMES_OF.abstract]);

/** Texts and numbers by folded name; the first of equal ones. */
function namedMembers(object: JsonObject): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) {
    const name = foldedKey(key);
    const text = textOf(value) ?? (LONG_TEXTS.has(name) ? textWithin(value) : undefined);
    if (text !== undefined && !named.has(name) && !isMissingText(text)) named.set(name, text);
  }
  return named;
}

/** Keys repeat from object to object. */
const FOLDED = new Map<string, string>();
const MOST_FOLDED = 10_000;

function foldedKey(key: string): string {
  const known = FOLDED.get(key);
  if (known !== undefined) return known;
  const folded = foldFieldName(key);
  if (FOLDED.size < MOST_FOLDED) FOLDED.set(key, folded);
  return folded;
}

/** Authors and keywords, where they are lists. */
function listsOf(object: JsonObject): Draft {
  const authors = object["authors"] ?? object["author"] ?? object["Authors"];
  const keywords = object["keywords"] ?? object["Keywords"];
  return {
    ...(Array.isArray(authors) && { authors: authors.map(personName) }),
    ...(typeof authors === "string" && { authors: splitNames(authors) }),
    ...(Array.isArray(keywords) && { keywords: textsOf(keywords) }),
  };
}

/** A date in parts is put together; what is no date at all is given as it stands, to be complained of. */
function dateOf(given: unknown): Draft {
  if (given === undefined || given === null) return {};
  const value = innerDate(given);
  const parts = Array.isArray(value) ? value : [at(value, "year"), at(value, "month"), at(value, "day")];
  const numbers = parts.flatMap((part) => textOf(part) ?? []).join("-");
  return { date: textOf(value) ?? dateParts(value) ?? (numbers || JSON.stringify(value)) };
}

/** Lists of one list, and objects that stand for one text: `{"$date": "2024-05-01"}`. */
function innerDate(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? innerDate(value[0]) : value;
  const members = isObject(value) ? Object.values(value) : [];
  return members.length === 1 && typeof members[0] === "string" ? members[0] : value;
}

function identifierOf(value: unknown): string | undefined {
  return typeof value === "number" && Number.isFinite(value) && !Number.isInteger(value)
    ? String(value)
    : textOf(value);
}

/** Says which texts are not read, and which one is read under a name that does not say so. */
function warnOfTexts(object: JsonObject, abstract: string | undefined, warn: Warn): void {
  for (const [name, given] of Object.entries(object)) {
    const value = typeof given === "string" ? given : textWithin(given);
    if (value === undefined || name === "title") continue;
    const folded = foldedKey(name);
    if (value !== abstract) {
      if (isLostText(folded, value))
        warn("unknown-text", `the field "${name}" holds texts that are not read; call it "abstract" if it is one`);
    } else if (folded !== "text" && !folded.includes("abstract"))
      warn("other-name", `the field "${name}" is read as the abstract`);
  }
}
