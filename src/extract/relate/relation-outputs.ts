/**
 * The readings of a pair: each kind with either term as the head.
 *
 * Reading `k` has the first of two terms as the head of kind `k` (place in `STATED_KINDS`), reading `KINDS + k` the second.
 */
import { STATED_KINDS } from "../../contract/graph-document.ts";

export const KINDS = STATED_KINDS.length;
export const READINGS = 2 * KINDS;

/** @param isSecond whether the head is the second of the two */
export function outputOf(kind: number, isSecond: boolean): number {
  return isSecond ? kind + KINDS : kind;
}

/** The same reading with the two terms named in the other order. */
export function turned(reading: number): number {
  return reading < KINDS ? reading + KINDS : reading - KINDS;
}
