/**
 * decisions.tsv: what people decided, line by line.
 */
import { TERM_TYPES, type TermType } from "../contract/graph-document.ts";
import { staged, type Problem, type Staged } from "../domain/staged.ts";
import type { UserDecision } from "../domain/user-decisions.ts";

const FIELDS: Record<UserDecision["kind"], number> = { merge: 3, split: 2, type: 3, drop: 2, keep: 2, label: 3 };

/** Reads the file's text. A line that cannot be read is a problem and is left out. */
export function parseDecisions(text: string, file = "decisions.tsv"): Staged<UserDecision[]> {
  const decisions: UserDecision[] = [];
  const problems: Problem[] = [];
  text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .forEach((raw, index) => {
      if (raw.trim() === "" || raw.trimStart().startsWith("#")) return;
      const line = index + 1;
      const [kind = "", ...fields] = raw.split("\t").map((field) => field.trim());
      const fault = (message: string, hint: string) =>
        problems.push({
          code: "decisions/line",
          severity: "warning",
          message,
          hint,
          where: { file, line },
        });
      if (!isKind(kind)) {
        fault(`unknown decision "${kind}"`, `use one of ${Object.keys(FIELDS).join(", ")}, then a tab`);
        return;
      }
      const wanted = FIELDS[kind] - 1;
      const given = fields.filter((field) => field !== "");
      if (given.length !== wanted) {
        fault(
          `"${kind}" needs ${wanted} field${wanted === 1 ? "" : "s"} after it, found ${given.length}`,
          "separate the fields with tabs",
        );
        return;
      }
      const [first = "", second = ""] = given;
      if (kind === "type" && !isType(second)) {
        fault(`unknown type "${second}"`, `use one of ${TERM_TYPES.join(", ")}`);
        return;
      }
      decisions.push({ file, ...decision(line, kind, first, second) });
    });
  return staged(decisions, problems);
}

function decision(line: number, kind: UserDecision["kind"], first: string, second: string): UserDecision {
  switch (kind) {
    case "merge":
      return { line, kind, form: first, canonical: second };
    case "split":
      return { line, kind, form: first };
    case "type":
      return { line, kind, term: first, type: second as TermType };
    case "label":
      return { line, kind, member: first, name: second };
    case "drop":
    case "keep":
      return { line, kind, term: first };
  }
}

function isKind(kind: string): kind is UserDecision["kind"] {
  return Object.hasOwn(FIELDS, kind);
}

function isType(type: string): type is TermType {
  return (TERM_TYPES as readonly string[]).includes(type);
}

/** The line of a decision, as `parseDecisions` reads it. */
export function decisionLine(decision: UserDecision): string {
  switch (decision.kind) {
    case "merge":
      return `merge\t${decision.form}\t${decision.canonical}`;
    case "split":
      return `split\t${decision.form}`;
    case "type":
      return `type\t${decision.term}\t${decision.type}`;
    case "label":
      return `label\t${decision.member}\t${decision.name}`;
    case "drop":
    case "keep":
      return `${decision.kind}\t${decision.term}`;
  }
}
