/**
 * `paperweave diff`: what changed between two builds, and why.
 */
import { loadDocument } from "../io/load-document.ts";
import { findRun } from "../io/load-run.ts";
import { diffGraphs, type GraphDiff } from "../query/diff.ts";
import type { Context } from "./context.ts";

const SHOWN = 20;

/** Ends with 0 whether or not the builds differ: the difference is the answer. */
export async function diffCommand(
  before: string,
  after: string,
  options: { readonly json: boolean },
  context: Context,
): Promise<number> {
  const old = (await findRun(before))?.decisions.sha256;
  const now = (await findRun(after))?.decisions.sha256;
  const diff = diffGraphs(
    await loadDocument(before),
    await loadDocument(after),
    old !== undefined && now !== undefined ? { decisions: [old, now] } : {},
  );
  context.stdout.write(options.json ? `${JSON.stringify(diff, null, 1)}\n` : `${describe(diff).join("\n")}\n`);
  return 0;
}

function describe({ cause, papers, terms, edges, communities }: GraphDiff): string[] {
  const causes = [
    ...(cause.input ? ["other papers"] : []),
    ...(cause.settings.length > 0 ? [`other settings (${cause.settings.join(", ")})`] : []),
    ...(cause.decisions ? ["other decisions"] : []),
    ...(cause.version ? [`another version (${cause.version.join(" → ")})`] : []),
  ];
  return [
    `cause        ${causes.join("; ") || "none: same input, settings, decisions and version"}`,
    `papers       +${papers.added.length} −${papers.removed.length}, ${papers.edited.length} edited`,
    ...list(
      "+",
      papers.added.map(({ title, id }) => title || id),
    ),
    ...list(
      "−",
      papers.removed.map(({ title, id }) => title || id),
    ),
    `terms        +${terms.added.length} −${terms.removed.length}, ${terms.changed.length} changed`,
    ...list(
      "+",
      terms.added.map(({ term }) => term),
    ),
    ...list(
      "−",
      terms.removed.map(({ term }) => term),
    ),
    ...list(
      "~",
      terms.changed.map(
        ({ term, papers: [was, is], type }) =>
          `${term}: ${was} → ${is} papers${type[0] === type[1] ? "" : `, ${type.join(" → ")}`}`,
      ),
    ),
    ...Object.entries(edges).map(
      ([name, change]) => `${name.padEnd(12)} +${change.added} −${change.removed}, ${change.changed} changed`,
    ),
    `communities  ${communities.same.length} the same, ${communities.moved.length} papers moved`,
    ...list("born:", communities.births),
    ...list("gone:", communities.deaths),
    ...list(
      "renamed:",
      communities.renamed.map(({ before, after }) => `${before} → ${after}`),
    ),
    ...list(
      "split:",
      communities.splits.map(({ from, into }) => `${from} → ${into.join(" | ")}`),
    ),
    ...list(
      "merged:",
      communities.merges.map(({ from, into }) => `${from.join(" | ")} → ${into}`),
    ),
  ];
}

function list(sign: string, items: readonly string[]): string[] {
  const shown = items.slice(0, SHOWN).map((item) => `    ${sign} ${item}`);
  return items.length > SHOWN ? [...shown, `    … and ${items.length - SHOWN} more`] : shown;
}
