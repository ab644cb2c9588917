/**
 * Why a term is not on the map: never found, found but left out, or taken off by a decision. Plain data.
 */
import { foldName, foldWords } from "../lib/fold-name.ts";
import { nearTerms } from "./find.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { LedgerEntry } from "../contract/ledger.ts";

/** What took a term off the map. */
export interface Drop {
  /** The name that it went by. */
  readonly name: string;
  readonly rule: string;
  /** Whether a person decided it. */
  readonly decided: boolean;
  readonly mentions: number;
  /** Id of the first paper that has it, where the ledger says; its number, where the map has the paper. */
  readonly paper?: string;
  readonly node?: number;
}

export interface AbsentTerm {
  readonly kind: "absent";
  readonly asked: string;
  readonly drops: readonly Drop[];
  /** Papers whose title or abstract has the words as they were typed, in any case and with any accents. */
  readonly written: readonly number[];
  /** Terms that share words with it, nearest first. */
  readonly near: readonly number[];
}

export function explainAbsence(index: GraphIndex, ledger: readonly LedgerEntry[], text: string): AbsentTerm {
  const words = foldWords(text);
  const written = index.document.papers.flatMap(({ title, abstract = "" }, number) =>
    words !== "" && foldWords(`${title}\n${abstract}`).includes(words) ? number : [],
  );
  return {
    kind: "absent",
    asked: text,
    drops: dropsOf(ledger, text).map((row) => dropOf(index, row)),
    written,
    near: nearTerms(index, text),
  };
}

/** Asked for by its name or by a form that had been merged into it. */
function dropsOf(ledger: readonly LedgerEntry[], text: string): LedgerEntry[] {
  const key = foldName(text);
  const names = new Set([key]);
  for (const { action, subject, result } of ledger)
    if (action === "merge" && result !== undefined && foldName(subject) === key) names.add(foldName(result));
  return ledger.filter(({ action, subject }) => action === "drop" && names.has(foldName(subject)));
}

function dropOf(index: GraphIndex, { subject, rule, by, count = 0, paper }: LedgerEntry): Drop {
  const node = index.document.papers.findIndex(({ id }) => id === paper);
  return {
    name: subject,
    rule,
    decided: by === "person",
    mentions: count,
    ...(paper && { paper }),
    ...(node >= 0 && { node }),
  };
}
