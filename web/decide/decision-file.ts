/**
 * decisions.tsv as the viewer edits it: the text is the state, so that comments and order of the person's own file stay.
 * Lines are read and written by the one grammar, `src/contract/decisions.ts`.
 */
import { type Decision, decisionTopic, readDecision, splitLines, writeDecision } from "../../src/contract/decisions.ts";

export function listDecisions(text: string): Decision[] {
  return splitLines(text).flatMap((line) => readDecision(line) ?? []);
}

/** The text with the decision at its end; an earlier one on the same thing goes, and so does the reverse of a merge. */
export function addDecision(text: string, decision: Decision): string {
  const lines = splitLines(text).filter((line) => {
    const known = readDecision(line);
    return !known || (decisionTopic(known) !== decisionTopic(decision) && !isReverse(known, decision));
  });
  while (lines.at(-1) === "") lines.pop();
  return `${[...lines, writeDecision(decision)].join("\n")}\n`;
}

function isReverse(a: Decision, b: Decision): boolean {
  return (
    a.kind === "merge" &&
    b.kind === "merge" &&
    writeDecision(a) === writeDecision({ kind: "merge", form: b.canonical, canonical: b.form })
  );
}

export function removeDecision(text: string, decision: Decision): string {
  const gone = writeDecision(decision);
  const lines = splitLines(text).filter((line) => {
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

/** Their text with our changes: lines that we took away from `base` go, lines that we added stand at the end. */
export function joinChanges(base: string, ours: string, theirs: string): string {
  const [before, after] = [splitLines(base), splitLines(ours)];
  const kept = splitLines(theirs).filter((line) => after.includes(line) || !before.includes(line));
  const added = after.filter((line) => !before.includes(line) && !kept.includes(line));
  while (kept.at(-1) === "") kept.pop();
  return [...kept, ...added, ""].join("\n");
}
