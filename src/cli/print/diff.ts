/**
 * What changed between two builds, in lines for people.
 */
import type { GraphDiff } from "../../query/diff.ts";

/** Items of one kind that are named. */
const SHOWN = 20;

export function diffLines({ cause, papers, terms, edges, communities }: GraphDiff): string[] {
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
