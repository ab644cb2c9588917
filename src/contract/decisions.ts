/**
 * decisions.tsv: what people decided, one decision a line. The one grammar of it, for viewer and command line.
 *
 * A line is the kind and its fields, between tabs; `#` opens a comment. Files come back from spreadsheets and other
 * machines, so a byte-order mark, CRLF, quoted cells, capitals in the kind, empty cells at the end, and commas, semicolons
 * or blanks where tabs were are read as meant, and forms are compared in composed letters (NFC).
 */
import { chainEnds } from "./chain-ends.ts";
import { TERM_TYPES, type TermType } from "./graph-document.ts";
import type { Problem } from "./problem.ts";

export type Decision = {
  /** Where it stands, when it was read from a file. */
  readonly file?: string;
  readonly line?: number;
} & (
  | { readonly kind: "merge"; readonly form: string; readonly canonical: string }
  | { readonly kind: "split"; readonly form: string }
  | { readonly kind: "type"; readonly term: string; readonly type: TermType }
  | { readonly kind: "drop" | "keep"; readonly term: string }
  | { readonly kind: "label"; readonly member: string; readonly name: string }
);

type DecisionKind = Decision["kind"];

/** Number of fields after the kind. */
const FIELDS: Readonly<Record<DecisionKind, 1 | 2>> = { merge: 2, split: 1, type: 2, drop: 1, keep: 1, label: 2 };

export interface ReadDecisions {
  /** In the order of their lines. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
}

/** Reads the file's text. A line that cannot be read, or obeyed, is a problem and is left out. */
export function readDecisions(text: string, file = "decisions.tsv"): ReadDecisions {
  const decisions: Decision[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of splitLines(text).entries()) {
    const line = index + 1;
    const read = readLine(raw);
    if (read === undefined) continue;
    if ("fault" in read) problems.push(lineProblem(read.fault, read.hint, { file, line }));
    else decisions.push({ file, line, ...read });
  }
  const obeyed = withoutCircles(decisions);
  return { decisions: obeyed.decisions, problems: [...problems, ...obeyed.problems] };
}

export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The decision of one line; undefined for comments, blank lines and what cannot be read. */
export function readDecision(line: string): Decision | undefined {
  const read = readLine(line);
  return read === undefined || "fault" in read ? undefined : read;
}

/** The line of a decision, as `readDecisions` reads it. */
export function writeDecision(decision: Decision): string {
  return [decision.kind, ...fieldsOf(decision).map(writeCell)].join("\t");
}

/** Soft hyphens and characters of no width, which come with what is copied from pages. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * A form as a line can hold it: composed letters (NFC), blanks for tabs and line breaks. Forms of texts are compared with
 * those of decisions through it.
 */
export function writtenForm(text: string): string {
  return text.normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

/** What a decision is about: of two on the same thing the later one holds. */
export function decisionTopic(decision: Decision): string {
  const topics: Readonly<Record<DecisionKind, string>> = {
    merge: "form",
    split: "form",
    type: "type",
    drop: "stay",
    keep: "stay",
    label: "label",
  };
  const [subject = ""] = fieldsOf(decision);
  return `${topics[decision.kind]}\t${writtenForm(subject)}`;
}

/** Decisions of several files as one list: on the same thing the last file's hold. */
export function joinDecisions(...lists: readonly (readonly Decision[])[]): ReadDecisions {
  const kept = lists.flatMap((list, i) => {
    const later = new Set(lists.slice(i + 1).flatMap((next) => next.map(decisionTopic)));
    return list.filter((decision) => !later.has(decisionTopic(decision)));
  });
  return withoutCircles(kept);
}

/**
 * Form → where its merges end: `a` → `b` and `b` → `c` make `a` a form of `c`. A merge of a form with itself (which only
 * names it) is an end. Written forms; the last line on a form holds.
 */
export function mergeEnds(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  return chainEnds(mergeSteps(decisions)).ends;
}

/** Forms of a circle that a problem names. */
const MOST_NAMED = 20;

/** The decisions that can be obeyed: merges that go in a circle are problems. */
function withoutCircles(decisions: readonly Decision[]): ReadDecisions {
  const to = mergeSteps(decisions);
  const { circles } = chainEnds(to);
  const inCircle = (decision: Decision): boolean =>
    decision.kind === "merge" && circles.has(writtenForm(decision.form));
  const named = new Set<string>();
  const problems = decisions.flatMap((decision): Problem[] => {
    if (decision.kind !== "merge" || !inCircle(decision) || named.has(writtenForm(decision.form))) return [];
    const first = writtenForm(decision.form);
    const circle = [first];
    for (let at = to.get(first)!; at !== first; at = to.get(at)!) circle.push(at);
    for (const form of circle) named.add(form);
    const shown = [...circle.slice(0, MOST_NAMED).map((form) => `"${form}"`), `"${first}"`];
    if (circle.length > MOST_NAMED) shown.splice(-1, 0, `${circle.length - MOST_NAMED} more`);
    const said = shown.join(" → ");
    return [
      lineProblem(`merges go in a circle, none of them is obeyed: ${said}`, "remove one of these lines", decision),
    ];
  });
  return { decisions: decisions.filter((decision) => !inCircle(decision)), problems };
}

function mergeSteps(decisions: readonly Decision[]): Map<string, string> {
  const to = new Map<string, string>();
  for (const decision of decisions) {
    if (decision.kind === "split") to.delete(writtenForm(decision.form));
    if (decision.kind === "merge") to.set(writtenForm(decision.form), writtenForm(decision.canonical));
  }
  return to;
}

interface Fault {
  readonly fault: string;
  readonly hint: string;
}

function readLine(raw: string): Decision | Fault | undefined {
  const [first = "", ...cells] = cellsOf(raw.replace(/^\uFEFF/, "")).map(readCell);
  const given = cells.filter((cell) => cell !== "");
  if (first.startsWith("#") || (first === "" && given.length === 0)) return undefined;
  // What spreadsheets read the next lines by.
  if (/^sep=.$/i.test(raw.trim())) return undefined;
  const kind = first.toLowerCase();
  if (!isKind(kind))
    return { fault: `unknown decision "${first}"`, hint: `use one of ${Object.keys(FIELDS).join(", ")}, then a tab` };
  const wanted = FIELDS[kind];
  const [one = "", two = ""] = given;
  if (given.length < wanted || given[wanted]?.startsWith("#") === false)
    return {
      fault: `"${kind}" needs ${wanted} field${wanted === 1 ? "" : "s"} after it, found ${given.length}`,
      hint: "separate the fields with tabs",
    };
  return decisionOf(kind, one, two);
}

function decisionOf(kind: DecisionKind, first: string, second: string): Decision | Fault {
  switch (kind) {
    case "merge":
      return { kind, form: first, canonical: second };
    case "split":
      return { kind, form: first };
    case "type": {
      const type = TERM_TYPES.find((known) => known === second.toLowerCase());
      if (type) return { kind, term: first, type };
      return { fault: `unknown type "${second}"`, hint: `use one of ${TERM_TYPES.join(", ")}` };
    }
    case "label":
      return { kind, member: first, name: second };
    case "drop":
    case "keep":
      return { kind, term: first };
  }
}

function fieldsOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case "merge":
      return [decision.form, decision.canonical];
    case "split":
      return [decision.form];
    case "type":
      return [decision.term, decision.type];
    case "label":
      return [decision.member, decision.name];
    case "drop":
    case "keep":
      return [decision.term];
  }
}

/** Between tabs; a line that a program saved without tabs is cut at what stands behind its kind instead. */
function cellsOf(line: string): readonly string[] {
  if (line.includes("\t")) return line.split("\t");
  const [, kind = "", mark = ""] = /^\s*["“]?([a-z]+)["”]?\s*([,;]| {2}|\u00a0)/i.exec(line) ?? [];
  if (!isKind(kind.toLowerCase())) return [line];
  if (mark.trim() === "") return line.trim().split(/[ \u00a0]*\u00a0[ \u00a0]*| {2,}/);
  const cell = new RegExp(`${mark}((?:\\s*"(?:[^"]|"")*"\\s*|[^${mark}]*))`, "g");
  return [...`${mark}${line}`.matchAll(cell)].map(([, text = ""]) => text);
}

/** Spreadsheets put a cell with a quote or a tab in quotes, and double the quotes inside. */
const QUOTED = /^"(?:[^"]|"")*"$/;

function readCell(cell: string): string {
  const text = cell.trim();
  const typed = text.replace(/^[“„](.*)[”“]$/, '"$1"');
  return writtenForm(typed.length > 1 && QUOTED.test(typed) ? typed.slice(1, -1).replaceAll('""', '"') : text);
}

/** Quoted only where the cell would be taken for a quoted one. */
function writeCell(field: string): string {
  const text = writtenForm(field);
  return readCell(text) !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

function isKind(kind: string): kind is DecisionKind {
  return Object.hasOwn(FIELDS, kind);
}

function lineProblem(message: string, hint: string, { file = "decisions.tsv", line }: Partial<Place>): Problem {
  const where = line === undefined ? {} : { where: { file, line } };
  return { code: "decisions/line", severity: "warning", message, hint, ...where };
}

interface Place {
  readonly file: string;
  readonly line: number;
}
