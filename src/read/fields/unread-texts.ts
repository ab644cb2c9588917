/**
 * Texts of a file that no field is read from, as notes and short versions are: their names are told once, at the end.
 */
import type { Problem } from "../../domain/staged.ts";
import { foldFieldName, isLostText } from "./named-fields.ts";
import type { Draft } from "./record.ts";

/** Shorter ones are names, numbers, a few words. */
const SHORTEST = 30;

export class UnreadTexts {
  private readonly found = new Set<string>();
  private readonly folded = new Map<string, string>();
  /** Of the first record that has one. */
  private line = 1;

  /** @param what one field is called: `column`, `field`. */
  constructor(
    private readonly format: string,
    private readonly what: string,
  ) {}

  /** @param fields of one record, names and texts; what the draft holds is read. @param line where the record begins. */
  look(fields: Iterable<readonly [name: string, text: string]>, draft: Draft, line: number): void {
    for (const [name, text] of fields) {
      if (text.length < SHORTEST || this.found.has(name) || holds(draft, text)) continue;
      if (!isLostText(this.fold(name), text)) continue;
      if (this.found.size === 0) this.line = line;
      this.found.add(name);
    }
  }

  /** None where all was read. Names stand in the order they were found in. */
  problems(file: string): readonly Problem[] {
    if (this.found.size === 0) return [];
    const names = [...this.found].map((name) => JSON.stringify(name)).join(", ");
    const message = `texts of the ${this.what}${this.found.size === 1 ? "" : "s"} ${names} are not read`;
    const hint = "where one of them is the abstract, call it what this format calls abstracts";
    return [
      { code: `${this.format}/unknown-text`, severity: "warning", message, hint, where: { file, line: this.line } },
    ];
  }

  private fold(name: string): string {
    const folded = this.folded.get(name) ?? foldFieldName(name);
    this.folded.set(name, folded);
    return folded;
  }
}

function holds({ title, abstract, venue, authors, keywords }: Draft, text: string): boolean {
  const bare = text.trim();
  return [title, abstract, venue, ...(authors ?? []), ...(keywords ?? [])].some((read) => read?.includes(bare));
}
