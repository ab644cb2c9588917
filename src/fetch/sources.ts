/**
 * Every service that papers are fetched from, in the order of README's table, and what is said about them all.
 */
import { UsageError } from "../lib/errors.ts";
import { arxiv } from "./arxiv.ts";
import { europepmc } from "./europe-pmc.ts";
import { hfDaily } from "./hf-daily.ts";
import { openalex } from "./openalex.ts";
import type { FetchSource } from "./source.ts";

export const SOURCES: readonly FetchSource[] = [hfDaily, arxiv, openalex, europepmc];

/** @throws UsageError for a name that no source has. */
export function sourceCalled(id: string): FetchSource {
  const source = SOURCES.find((known) => known.id === id);
  if (!source) throw new UsageError(`unknown source "${id}"`, `sources: ${sourceNames(", ")}`);
  return source;
}

export function sourceNames(separator: string): string {
  return SOURCES.map(({ id }) => id).join(separator);
}

/** Variable that holds another address for a source: `PAPERWEAVE_HF_DAILY_URL`. */
export function urlVariable({ id }: FetchSource): string {
  return `PAPERWEAVE_${id.toUpperCase().replaceAll("-", "_")}_URL`;
}

/** The list for `--help`. */
export function sourcesHelp(): string {
  const rows = SOURCES.flatMap((source) => {
    const { id, title, url, example, syntax, pauseMs, key } = source;
    const wants = key ? `; a key in ${key.variable} is sent along` : "";
    return [
      `  ${id.padEnd(10)} ${title}: ${url}, a request every ${pauseMs / 1000} s${wants}`,
      `  ${" ".repeat(10)} ${example}`,
      `  ${" ".repeat(10)} queries: ${syntax}; another address: --url or ${urlVariable(source)}`,
    ];
  });
  return ["Sources, and how each is asked:", ...rows].join("\n");
}

/** README's table of sources, as Markdown; a test compares the two. */
export function sourceTable(): string {
  const rows = SOURCES.map(({ id, title, example }) => `| \`${id}\` | ${title} | \`${example}\` |`);
  return ["| source | service | for example |", "|---|---|---|", ...rows].join("\n");
}
