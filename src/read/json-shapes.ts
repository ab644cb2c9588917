/**
 * Papers in objects of shapes that nobody announced: in wrappers, under their ids, as columns, with texts in objects of
 * their own. Looked for only where an object holds no text by itself.
 */
import { foldFieldName, NAMES_OF } from "./fields/named-fields.ts";
import { isObject, type JsonObject, objectsOf, textOf } from "./json-values.ts";

const TEXTS = new Set([...NAMES_OF.title, ...NAMES_OF.abstract]);
/** Where programs put the text of an object that stands for one. */
const INNER = ["value", "text", "content", "#text", "_", "$", "plain"];
/** Objects inside each other that are looked into. */
const DEEPEST = 5;

/** The text of a value: itself, that of an object that stands for one, those of a list, a line each. */
export function textWithin(value: unknown): string | undefined {
  const own = textOf(value);
  if (own !== undefined) return own;
  if (Array.isArray(value)) {
    const texts = value.flatMap((item) => textOf(item) ?? (isObject(item) ? (innerText(item) ?? []) : []));
    return texts.length > 0 ? texts.join("\n") : undefined;
  }
  return isObject(value) ? innerText(value) : undefined;
}

function innerText(object: JsonObject): string | undefined {
  return INNER.map((name) => object[name]).find((inner): inner is string => typeof inner === "string");
}

/** The papers in an object: itself where it has a text, or those found inside it; itself where there are none. */
export function papersIn(object: JsonObject): readonly JsonObject[] {
  if (typeof object["title"] === "string") return [object];
  const found = search(object, 0);
  return found.length > 0 ? found : [object];
}

/** Names and values, listed once: for an object of many members that is slow. */
type Members = readonly (readonly [name: string, value: unknown])[];

function hasText(members: Members): boolean {
  return members.some(([name, value]) => isText(name) && textWithin(value) !== undefined);
}

function isText(name: string): boolean {
  return TEXTS.has(foldFieldName(name));
}

function search(object: JsonObject, depth: number): readonly JsonObject[] {
  if (depth > DEEPEST) return [];
  const all = Object.entries(object);
  const rows = rowsOfColumns(all);
  if (rows.length > 0) return rows;
  if (hasText(all)) return [object];
  const members = all.filter(([, value]) => isObject(value) || Array.isArray(value));
  // One object around a paper: what stands beside it belongs to the paper.
  const around = members.filter(([, value]) => isObject(value) && hasText(Object.entries(value)));
  if (around.length === 1) {
    const { [around[0]![0]]: inner, ...beside } = object;
    return [{ ...scalarsOf(beside), ...(inner as JsonObject) }];
  }
  if (around.length > 1) return around.map(([key, value]) => ({ id: key, ...(value as JsonObject) }));
  return members.flatMap(([, value]) =>
    Array.isArray(value)
      ? objectsOf(value).flatMap((item) => search(item, depth + 1))
      : search(value as JsonObject, depth + 1),
  );
}

function scalarsOf(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => typeof value !== "object"));
}

/** Tables that pandas writes by columns: `{"title": {"0": …, "1": …}, "abstract": {"0": …}}`, or lists of equal length. */
function rowsOfColumns(members: Members): readonly JsonObject[] {
  const columns = members.filter(([, value]) => typeof value === "object" && value !== null);
  const texts = columns.filter(([name]) => isText(name)).map(([, cells]) => cells as Cells);
  const [lead] = texts;
  if (!lead || !texts.every((cells) => isColumn(cells) && sizeOf(cells) === sizeOf(lead))) return [];
  // One list of one text, or of several without a second column, is a text in parts.
  if (Array.isArray(lead) && (lead.length < 2 || texts.length < 2)) return [];
  return Object.keys(lead).map((key) =>
    Object.fromEntries(columns.map(([name, cells]) => [name, (cells as Cells)[key]])),
  );
}

type Cells = Readonly<Record<string, unknown>>;

function isColumn(cells: Cells): boolean {
  const values = Object.values(cells);
  const isPlain = values.length > 0 && values.every((cell) => cell === null || textOf(cell) !== undefined);
  return isPlain && (Array.isArray(cells) || innerText(cells) === undefined);
}

function sizeOf(cells: Cells): number {
  return Object.keys(cells).length;
}
