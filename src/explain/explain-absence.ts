/**
 * Why a term is not on the map: never found, found but left out, or taken off by a decision.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { formKey, nearTerms } from "./find-term.ts";
import type { LedgerEntry } from "../contract/ledger.ts";
import { line, plural } from "./lines.ts";

const SHOWN_PAPERS = 5;

export function absenceLines(document: GraphDocument, ledger: readonly LedgerEntry[], text: string): string[] {
  const drops = dropsOf(ledger, text);
  const lines = [`"${text}" is no term of this map`, "", ...drops.flatMap((drop) => dropLines(document, drop, text))];
  const needle = text.toLowerCase();
  const literal = document.papers.filter(({ title, abstract = "" }) =>
    `${title}\n${abstract}`.toLowerCase().includes(needle),
  );
  if (literal.length > 0) {
    const verdict = drops.length > 0 ? ":" : ", but were not taken for a term there:";
    lines.push(line("text", `the words stand in ${literal.length} ${plural(literal.length, "paper")}${verdict}`));
    for (const { title, id } of literal.slice(0, SHOWN_PAPERS)) lines.push(line("", title || id));
    if (literal.length > SHOWN_PAPERS) lines.push(line("", `… and ${literal.length - SHOWN_PAPERS} more papers`));
  } else if (drops.length === 0) lines.push(line("text", "the words do not stand together in any title or abstract"));
  if (drops.some(isDecided)) lines.push(line("", "to have it back, remove that line from decisions.tsv"));
  else if (drops.length > 0 || literal.length > 0)
    lines.push(line("", `to have it as a term, add to decisions.tsv: keep<TAB>${drops[0]?.subject ?? text}`));
  const near = nearTerms(document, text);
  if (near.length > 0) lines.push(line("nearest", near.map(({ term, papers }) => `${term} (${papers})`).join(", ")));
  return lines;
}

/** What took the term off, asked for by its name or by a form that had been merged into it. */
function dropsOf(ledger: readonly LedgerEntry[], text: string): LedgerEntry[] {
  const key = formKey(text);
  const names = new Set([key]);
  for (const { action, subject, result } of ledger)
    if (action === "merge" && formKey(subject) === key) names.add(formKey(result ?? ""));
  return ledger.filter(({ action, subject }) => action === "drop" && names.has(formKey(subject)));
}

function isDecided({ by }: LedgerEntry): boolean {
  return by === "person";
}

function dropLines(document: GraphDocument, drop: LedgerEntry, text: string): string[] {
  const name = drop.subject === text ? "" : `as "${drop.subject}", `;
  if (isDecided(drop)) return [line("dropped", `${name}by ${drop.rule} in decisions.tsv`)];
  const { count = 0 } = drop;
  const first = document.papers.find(({ id }) => id === drop.paper);
  const where = drop.paper ? `, first in ${first?.title || drop.paper}` : "";
  return [
    line("found", `${name}${count} ${plural(count, "mention")}${where}`),
    line("left out", `it stands ${drop.rule}`),
  ];
}
