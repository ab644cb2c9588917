/**
 * decisions.tsv as the viewer edits it: the text is the state, so that comments and order of the person's own file stay.
 */
import { TERM_TYPES, type TermType } from "../../src/contract/graph-document.ts";

export type Decision =
  | { readonly kind: "merge"; readonly form: string; readonly canonical: string }
  | { readonly kind: "split"; readonly form: string }
  | { readonly kind: "type"; readonly term: string; readonly type: TermType }
  | { readonly kind: "drop" | "keep"; readonly term: string }
  | { readonly kind: "label"; readonly member: string; readonly name: string };

export function writeDecision(decision: Decision): string {
  const fields = ((): string[] => {
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
  })();
  return [decision.kind, ...fields.map((field) => field.replace(/[\t\r\n]+/g, " ").trim())].join("\t");
}

/** The decision of a line; undefined for comments, blank lines and what cannot be read. */
export function readDecision(line: string): Decision | undefined {
  const [kind = "", first = "", second = ""] = line.split("\t").map((field) => field.trim());
  if (first === "") return undefined;
  if (kind === "merge" && second !== "") return { kind, form: first, canonical: second };
  if (kind === "split") return { kind, form: first };
  if (kind === "type") {
    const type = TERM_TYPES.find((known) => known === second);
    return type && { kind, term: first, type };
  }
  if (kind === "drop" || kind === "keep") return { kind, term: first };
  return kind === "label" && second !== "" ? { kind, member: first, name: second } : undefined;
}

export function listDecisions(text: string): Decision[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => readDecision(line) ?? []);
}

/** What a decision is about: a later one on the same thing takes the earlier one's place. */
function topic(decision: Decision): string {
  switch (decision.kind) {
    case "merge":
    case "split":
      return `form\t${decision.form}`;
    case "type":
      return `type\t${decision.term}`;
    case "drop":
    case "keep":
      return `stay\t${decision.term}`;
    case "label":
      return `label\t${decision.member}`;
  }
}

/** The text with the decision at its end; an earlier one on the same thing goes. */
export function addDecision(text: string, decision: Decision): string {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => {
    const known = readDecision(line);
    return !known || topic(known) !== topic(decision);
  });
  while (lines.at(-1) === "") lines.pop();
  return `${[...lines, writeDecision(decision)].join("\n")}\n`;
}

export function removeDecision(text: string, decision: Decision): string {
  const gone = writeDecision(decision);
  const lines = text.split(/\r\n|\n|\r/).filter((line) => {
    const known = readDecision(line);
    return !known || writeDecision(known) !== gone;
  });
  return lines.join("\n");
}

/** Decisions in `text` that the map, built with `built`, does not show yet. */
export function pendingDecisions(text: string, built: string): Decision[] {
  const done = new Set(listDecisions(built).map(writeDecision));
  return listDecisions(text).filter((decision) => !done.has(writeDecision(decision)));
}

/** Decisions that the map still shows though they stand in `text` no more. */
export function takenBack(text: string, built: string): Decision[] {
  return pendingDecisions(built, text);
}

/** Decisions in `text` that the map shows. */
export function standingDecisions(text: string, built: string): Decision[] {
  const waiting = new Set(pendingDecisions(text, built).map(writeDecision));
  return listDecisions(text).filter((decision) => !waiting.has(writeDecision(decision)));
}
