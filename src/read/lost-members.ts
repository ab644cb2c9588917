/**
 * Members of our own contract that hold something, and not what they should: what is said of them.
 */
import { fieldsOfKind } from "../contract/paper-fields.ts";
import { findArxivId, findDoi } from "../lib/identifiers.ts";
import { isMissingText } from "./fields/placeholders.ts";
import { type JsonObject, textOf, type Warn } from "./json-values.ts";

/** What a text must hold beyond being one. */
const SHAPES: Readonly<Record<string, readonly [what: string, isOne: (text: string) => boolean]>> = {
  doi: ["a DOI", (text) => findDoi(text) !== undefined],
  arxiv_id: ["an arXiv id", (text) => findArxivId(text) !== undefined],
};
const LONGEST_SHOWN = 40;

/** Tells of every member that is left out or changed, dates aside, which are told where they are read. */
export function tellLostMembers(object: JsonObject, tell: Warn): void {
  for (const name of ["id", ...fieldsOfKind("text")]) {
    const value = object[name];
    if (holdsNothing(value)) continue;
    const text = textOf(value);
    const [what, isOne] = SHAPES[name] ?? ["a text", () => true];
    if (typeof value === "number" && !Number.isSafeInteger(value)) tell(...inexact(name, value));
    else if (text === undefined || !isOne(text)) tell(...leftOut(name, value, what));
  }
  for (const name of fieldsOfKind("texts")) {
    const value = object[name];
    if (!holdsNothing(value) && !Array.isArray(value) && typeof value !== "string")
      tell(...leftOut(name, value, "a list of texts"));
  }
  for (const name of fieldsOfKind("count")) {
    const value = object[name];
    if (!holdsNothing(value) && !(Number.isSafeInteger(value) && (value as number) >= 0))
      tell(...leftOut(name, value, "a count"));
  }
}

function holdsNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && isMissingText(value));
}

function leftOut(name: string, value: unknown, what: string): [string, string] {
  const shown = JSON.stringify(value);
  const cut = shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
  return ["lost-member", `"${name}" is ${cut}, which is not ${what}; left out`];
}

/** 2401.10020 is the number 2401.1002, and long numbers are rounded, before anybody can see how they were written. */
function inexact(name: string, value: number): [string, string] {
  const became = Number.isInteger(value) || !Number.isFinite(value) || name !== "id" ? "left out" : `taken as ${value}`;
  return ["inexact", `"${name}" is a number that JSON does not keep as it is written; ${became}: put it in quotes`];
}
