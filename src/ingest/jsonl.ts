/**
 * Papers as JSON Lines (or one JSON array) → records. `text` is accepted for `abstract`.
 *
 * A line that is no paper is a problem with its number; every other line is read.
 */
import { fieldsOfKind } from "../contract/paper-fields.ts";
import type { Problem } from "../domain/staged.ts";
import type { RawRecord, SourceRecords } from "./record.ts";

export function parseJsonl(file: string, text: string): SourceRecords {
  const problems: Problem[] = [];
  const records: RawRecord[] = [];
  const body = text.replace(/^\uFEFF/, "");
  const whole = body.trimStart().startsWith("[") ? parseArray(body) : undefined;
  if (whole) {
    whole.forEach((value, i) => {
      addRecord(value, { file, line: i + 1 }, `element ${i + 1}`, records, problems);
    });
    return { format: "json", records, problems };
  }
  for (const [index, lineText] of body.split(/\r\n|\n|\r/).entries()) {
    if (lineText.trim() === "") continue;
    const where = { file, line: index + 1 };
    let value: unknown;
    try {
      value = JSON.parse(lineText);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({
        code: "jsonl/syntax",
        severity: "error",
        message: `not valid JSON: ${reason}`,
        hint: "one JSON object a line",
        where,
      });
      continue;
    }
    addRecord(value, where, "the line", records, problems);
  }
  return { format: "jsonl", records, problems };
}

function parseArray(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Where = RawRecord["source"];

function addRecord(value: unknown, where: Where, what: string, records: RawRecord[], problems: Problem[]): void {
  const complain = (code: string, message: string): void => {
    problems.push({
      code: `jsonl/${code}`,
      severity: "error",
      message,
      hint: "a paper needs a title or an abstract",
      where,
    });
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    complain("no-object", `${what} is no JSON object`);
    return;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const title = string(fields["title"]);
  const abstract = string(fields["abstract"]) ?? string(fields["text"]);
  if (title === undefined && abstract === undefined) {
    complain("no-text", `${what} has neither title nor abstract`);
    return;
  }
  const id = identifier(fields["id"]);
  const authors = strings(fields["authors"]);
  const keywords = strings(fields["keywords"]);
  const author_count = fields["author_count"];
  const date = string(fields["date"]);
  if (date !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?/.test(date))
    problems.push({
      code: "jsonl/date",
      severity: "warning",
      message: `date ${JSON.stringify(date)} is not YYYY[-MM[-DD]]; left out`,
      where,
    });
  const isoDate = date && /^\d{4}(-\d{2}(-\d{2})?)?/.exec(date)?.[0];
  records.push({
    ...(id !== undefined && { id }),
    title: title ?? "",
    ...(abstract !== undefined && { abstract }),
    ...(authors && { authors }),
    ...(Number.isInteger(author_count) && { author_count: author_count as number }),
    ...(isoDate && { date: isoDate }),
    ...(keywords && { keywords }),
    ...textFields(fields),
    source: where,
  });
}

/** The fields that are plain texts, whichever the contract has. */
function textFields(fields: Readonly<Record<string, unknown>>): Partial<RawRecord> {
  return Object.fromEntries(
    fieldsOfKind("text").flatMap((name) => {
      const value = string(fields[name]);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** A text as given; blank ones count as absent. */
function string(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function identifier(value: unknown): string | undefined {
  return typeof value === "number" && Number.isFinite(value) ? String(value) : string(value);
}

function strings(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept = value.flatMap((item) => string(item) ?? []);
  return kept.length > 0 ? kept : undefined;
}
