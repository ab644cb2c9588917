/**
 * What every stage returns: a value, plus problems and decisions as data.
 *
 * A *problem* is trouble in the input: the run goes on and the user is told, with file and line.
 * A *decision* is a step the tool took that a person may question (a merge, a drop, a type);
 * `explain` prints them, nothing is logged.
 */
import type { SourceSpan } from "./paper.ts";

export type Severity = "error" | "warning" | "info";

export interface Problem {
  /** Stable code such as `listing/truncated`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What the user can do about it. */
  readonly hint?: string;
  readonly where?: SourceSpan;
}

export interface Decision {
  readonly stage: "ingest" | "extract" | "variants" | "types" | "graph";
  /** `merge`, `drop`, `type`, `split`, `keep` … */
  readonly action: string;
  /** The form or id decided about. */
  readonly subject: string;
  /** The rule that decided. */
  readonly rule: string;
  /** Canonical form, type or other outcome. */
  readonly result?: string;
  readonly count?: number;
  /** Id of the first paper it was seen in. */
  readonly paper?: string;
}

export interface Staged<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  readonly decisions: readonly Decision[];
}

export function staged<T>(value: T, problems: readonly Problem[] = [], decisions: readonly Decision[] = []): Staged<T> {
  return { value, problems, decisions };
}

/** Joins the problems and decisions of several stages under one value, in the order given. */
export function collect<T>(value: T, ...stages: readonly Staged<unknown>[]): Staged<T> {
  return {
    value,
    problems: stages.flatMap((stage) => stage.problems),
    decisions: stages.flatMap((stage) => stage.decisions),
  };
}
