/**
 * Why a term is there, or is not: the trail from found to placed, read from what a build wrote (its document and its
 * ledger), never from logs.
 */
import type { LedgerEntry } from "../contract/ledger.ts";
import type { GraphDocument, MentionEdge, PaperNode, TermNode } from "../contract/graph-document.ts";
import { byKey, byScoreThenKey } from "../lib/order.ts";
import { absenceLines } from "./explain-absence.ts";
import { findTerms } from "./find-term.ts";
import { line, plural } from "./lines.ts";

export interface Explanation {
  readonly found: boolean;
  /** Lines of text, `heading` padded; ready to print. */
  readonly lines: readonly string[];
}

const SHOWN = { aliases: 20, papers: 5, neighbors: 8 };

export function explainTerm(document: GraphDocument, ledger: readonly LedgerEntry[], text: string): Explanation {
  const [term, ...others] = findTerms(document, text);
  if (!term) return { found: false, lines: absenceLines(document, ledger, text) };
  const lines = [
    ...header(term, text),
    ...foundLines(document, term),
    ...keptLines(document, term),
    ...mergedLines(term, ledger),
    line("typed", `${term.type}   because ${term.type_cue}`),
    ...roleLines(document, term),
    ...placedLines(document, term),
    ...neighborLines(document, term),
  ];
  if (others.length > 0)
    lines.push("", line("also", `other terms with this form: ${others.map((other) => other.term).join(", ")}`));
  return { found: true, lines };
}

function header(term: TermNode, text: string): string[] {
  const asked = term.term === text ? "" : `   (asked for as "${text}")`;
  return [`${term.term}${asked}`, ""];
}

function mentionsOf(document: GraphDocument, term: TermNode): MentionEdge[] {
  return document.mentions
    .filter((mention) => mention.term === term.node)
    .sort(
      byScoreThenKey(
        (m) => m.weight,
        (m) => m.paper,
      ),
    );
}

function foundLines(document: GraphDocument, term: TermNode): string[] {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const edges = mentionsOf(document, term);
  const lines = [
    line(
      "found",
      `${term.count} ${plural(term.count, "mention")} in ${term.papers} of ${document.papers.length} papers${term.first_seen ? `, first on ${term.first_seen}` : ""}`,
    ),
  ];
  for (const edge of edges.slice(0, SHOWN.papers)) {
    const paper = papers.get(edge.paper);
    const evidence = edge.evidence[0];
    if (!paper || !evidence) continue;
    lines.push(
      line(
        "",
        `${paper.title || paper.id}  [${evidence.field} ${evidence.start}–${evidence.end}, salience ${edge.weight}]`,
      ),
    );
    lines.push(line("", `    “${sentence(paper, evidence)}”`));
  }
  if (edges.length > SHOWN.papers) lines.push(line("", `… and ${edges.length - SHOWN.papers} more papers`));
  return lines;
}

/** The term's scores against the limits that the map was built with. */
function keptLines({ settings, mentions }: GraphDocument, term: TermNode): string[] {
  const limits = settings as {
    readonly extract?: { readonly termThreshold?: number };
    readonly graph?: { readonly minPapers?: number };
  };
  const { minPapers } = limits.graph ?? {};
  const { termThreshold } = limits.extract ?? {};
  const saliences = mentions.filter((mention) => mention.term === term.node).map(({ weight }) => weight);
  const often = minPapers !== undefined && term.papers >= minPapers;
  const why =
    minPapers === undefined
      ? `${term.papers} papers`
      : often
        ? `${term.papers} papers, limit ${minPapers}`
        : `below the limit of ${minPapers} papers, but among the most salient of its own`;
  return [
    line("kept", `${why}; salience up to ${Math.max(0, ...saliences)}`),
    ...(termThreshold === undefined
      ? []
      : [line("", `taken for a term where its probability reached ${termThreshold}`)]),
  ];
}

function sentence(paper: PaperNode, evidence: MentionEdge["evidence"][number]): string {
  const text = evidence.field === "title" ? paper.title : (paper.abstract ?? "");
  return text
    .slice(...evidence.sentence)
    .replace(/\s+/g, " ")
    .trim();
}

function mergedLines(term: TermNode, ledger: readonly LedgerEntry[]): string[] {
  if (term.aliases.length === 0) return [line("merged", "no other form was found")];
  const first = new Map(
    ledger.filter((row) => row.action === "merge" && row.result === term.term).map((row) => [row.subject, row.paper]),
  );
  const lines = term.aliases.slice(0, SHOWN.aliases).map((alias, i) => {
    const paper = first.get(alias.text);
    return line(
      i === 0 ? "merged" : "",
      `${alias.text}   rule ${alias.rule}, ${alias.count} ${plural(alias.count, "mention")}${paper ? `, first in ${paper}` : ""}`,
    );
  });
  if (term.aliases.length > SHOWN.aliases)
    lines.push(line("", `… and ${term.aliases.length - SHOWN.aliases} more forms`));
  lines.push(line("", "undo one with a line in decisions.tsv: split<TAB>form"));
  return lines;
}

function roleLines(document: GraphDocument, term: TermNode): string[] {
  const counts = new Map<string, number>();
  for (const { role } of mentionsOf(document, term)) counts.set(role, (counts.get(role) ?? 0) + 1);
  const roles = [...counts].sort(
    byScoreThenKey(
      ([, n]) => n,
      ([role]) => role,
    ),
  );
  return [line("role", roles.map(([role, n]) => `${role} ${n}`).join(", "))];
}

function placedLines(document: GraphDocument, term: TermNode): string[] {
  const community = document.communities.find(({ id }) => id === term.community);
  const topic = document.communities.find(({ id }) => id === term.topic);
  if (!community) return [];
  const within = topic ? `, topic ${topic.id} "${topic.label}"` : "";
  return [line("placed", `community ${community.id} "${community.label}"${within}, confidence ${term.confidence}`)];
}

function neighborLines(document: GraphDocument, term: TermNode): string[] {
  const names = new Map(document.terms.map(({ node, term: name }) => [node, name]));
  const mine = document.relations.filter(({ source, target }) => source === term.node || target === term.node);
  const other = (relation: (typeof mine)[number]): string =>
    names.get(relation.source === term.node ? relation.target : relation.source) ?? "";
  const together = mine
    .filter(({ kind }) => kind === "cooccurs")
    .sort(byScoreThenKey((relation) => relation.npmi, other));
  const lines = together
    .slice(0, SHOWN.neighbors)
    .map((relation, i) =>
      line(
        i === 0 ? "near" : "",
        `${other(relation)}   npmi ${relation.npmi}, ${relation.papers} ${plural(relation.papers, "paper")}`,
      ),
    );
  const isA = mine.filter(({ kind }) => kind === "is_a").sort(byKey(other));
  const broader = isA.filter(({ narrower }) => narrower === term.node).map(other);
  const narrower = isA.filter((relation) => relation.narrower !== term.node).map(other);
  if (broader.length > 0) lines.push(line("is a", broader.join(", ")));
  if (narrower.length > 0) lines.push(line("kinds", narrower.slice(0, SHOWN.aliases).join(", ")));
  return lines;
}
