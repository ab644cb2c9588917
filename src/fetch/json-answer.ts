/**
 * What sources with JSON answers share.
 */
import { UnreadableAnswer } from "../lib/errors.ts";

export type JsonMembers = Readonly<Record<string, unknown>>;

/** @throws UnreadableAnswer when the text is no JSON. */
export function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new UnreadableAnswer(`the answer is no valid JSON (${(error as Error).message})`, { cause: error });
  }
}

/** @throws UnreadableAnswer when it is none. @param where what should be a list */
export function listIn(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableAnswer(`the answer has no ${where}`);
  return value;
}

/** The members of an object; none of anything else. */
export function membersOf(value: unknown): JsonMembers {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonMembers) : {};
}

/** One record a line, as the readers of JSON take them. */
export function asLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** A count that a service gives; undefined where it is none. */
export function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A text that is not empty; undefined for anything else. */
export function cursorOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
