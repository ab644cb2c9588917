/**
 * What every stage returns: a value, plus problems and ledger entries as data.
 *
 * A *problem* is trouble in the input: the run goes on and the user is told, with file and line.
 * A *ledger entry* is a step the tool took that a person may question (a merge, a drop, a type);
 * `explain` prints them, nothing is logged. What people decide themselves are *decisions*.
 */
import type { LedgerEntry } from "../contract/ledger.ts";
import type { Problem } from "../contract/problem.ts";

export type { LedgerEntry } from "../contract/ledger.ts";
export type { Problem, Severity } from "../contract/problem.ts";

export interface Staged<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
  readonly ledger: readonly LedgerEntry[];
}

export function staged<T>(value: T, problems: readonly Problem[] = [], ledger: readonly LedgerEntry[] = []): Staged<T> {
  return { value, problems, ledger };
}

/** Joins the problems and ledger entries of several stages under one value, in the order given. */
export function collect<T>(value: T, ...stages: readonly Staged<unknown>[]): Staged<T> {
  return {
    value,
    problems: stages.flatMap((stage) => stage.problems),
    ledger: stages.flatMap((stage) => stage.ledger),
  };
}
