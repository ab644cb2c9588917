/**
 * Names of input files as the outputs have them: what is published tells nothing of the machine that it was made on.
 *
 * A relative path stands as it was typed. Absolute ones are named from the folder that holds all of them: `/home/ann/in/a.bib`
 * and `/home/ann/in/b.bib` are `a.bib` and `b.bib`, wherever the folder stands.
 */
import { dirname, isAbsolute, relative } from "node:path";
import type { SourceSpan } from "../domain/paper.ts";
import type { LedgerEntry, Staged } from "../domain/staged.ts";
import type { Ingested } from "../ingest.ts";

/** Papers and ledger under public names; problems, which only the user sees, keep the paths that can be opened. */
export function withPublicNames(ingested: Staged<Ingested>): Staged<Ingested> {
  const { papers, report } = ingested.value;
  const names = publicNames(report.files.map(({ file }) => file));
  if (names.size === 0) return ingested;
  const span = (source: SourceSpan): SourceSpan => ({ ...source, file: names.get(source.file) ?? source.file });
  return {
    ...ingested,
    value: {
      ...ingested.value,
      papers: papers.map((paper) => ({
        ...paper,
        source: span(paper.source),
        ...(paper.also && { also: paper.also.map(span) }),
      })),
    },
    ledger: ingested.ledger.map((entry): LedgerEntry => ({
      ...entry,
      subject: publicPlace(entry.subject, names),
      ...(entry.result !== undefined && { result: publicPlace(entry.result, names) }),
    })),
  };
}

/** From each absolute path to its public name. */
export function publicNames(files: readonly string[]): ReadonlyMap<string, string> {
  const absolute = files.filter((file) => isAbsolute(file));
  const [first, ...others] = absolute;
  if (first === undefined) return new Map();
  let folder = dirname(first);
  for (const other of others) while (isOutside(other, folder)) folder = dirname(folder);
  return new Map(absolute.map((file) => [file, relative(folder, file)]));
}

function isOutside(file: string, folder: string): boolean {
  return folder !== dirname(folder) && /^\.\.(?:[\\/]|$)/.test(relative(folder, file));
}

/** `file:line` with the file's public name. */
function publicPlace(place: string, names: ReadonlyMap<string, string>): string {
  const end = place.lastIndexOf(":");
  const name = names.get(place.slice(0, end));
  return name === undefined ? place : name + place.slice(end);
}
