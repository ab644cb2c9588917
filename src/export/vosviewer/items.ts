/**
 * VOSviewer's items: papers and terms with place, cluster, weights, scores, and what its panel says of them.
 */
import { paperName } from "../../contract/paper-name.ts";
import {
  type GraphDocument,
  type MentionEdge,
  type PaperNode,
  ROLES,
  type TermNode,
} from "../../contract/graph-document.ts";
import { paperUrl } from "../../contract/paper-url.ts";
import { groupBy } from "../../lib/group-by.ts";
import { roundTo } from "../../lib/order.ts";
import { mentionSentence } from "../evidence-text.ts";
import { escapeXml } from "../xml.ts";

interface Item {
  readonly id: string;
  readonly label: string;
  /** HTML; VOSviewer Online cleans it once more. */
  readonly description: string;
  readonly url?: string;
  readonly x: number;
  readonly y: number;
  /** From 1. */
  readonly cluster: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
}

/** Most names that the panel of a paper or of a term lists. */
const LISTED = 12;

export function* paperItems(document: GraphDocument): Generator<Item> {
  const names = new Map(document.terms.map(({ node, term }) => [node, term]));
  const mentionsOf = groupBy(document.mentions, ({ paper }) => paper);
  for (const paper of document.papers) {
    const { node: id, title, date } = paper;
    const label = title || paper.id;
    const mentions = (mentionsOf.get(id) ?? []).toSorted((a, b) => b.weight - a.weight);
    const byRole = ROLES.flatMap((role): [string, string][] => {
      const terms = mentions.filter((mention) => mention.role === role).slice(0, LISTED);
      return terms.length === 0 ? [] : [[role, terms.map(({ term }) => names.get(term) ?? term).join(", ")]];
    });
    const facts = [date, paper.organization, paper.venue].filter((fact) => fact !== undefined).join(" · ");
    const description = describe("paper", label, [["", facts], ...byRole]);
    const url = paperUrl(paper);
    const year = yearOf(date);
    yield {
      ...placeOf(paper, label, description),
      ...(url !== undefined && { url }),
      weights: { Documents: 1, Occurrences: 1 },
      scores: { ...(year !== undefined && { "Avg. pub. year": roundTo(year, 4) }), Confidence: paper.confidence },
    };
  }
}

export function* termItems(document: GraphDocument): Generator<Item> {
  const papers = new Map(document.papers.map((paper) => [paper.node, paper]));
  const mentionsOf = groupBy(document.mentions, ({ term }) => term);
  for (const term of document.terms) {
    const mentions = mentionsOf.get(term.node) ?? [];
    const years = mentions.flatMap(({ paper }) => yearOf(papers.get(paper)?.date) ?? []);
    const year = years.length > 0 ? years.reduce((sum, value) => sum + value, 0) / years.length : undefined;
    const aliases = term.aliases.slice(0, LISTED).map(({ text }) => text);
    const description = describe(term.type, term.term, [
      ["also called", aliases.join(", ")],
      ...bestEvidence(mentions, papers),
    ]);
    yield {
      ...placeOf(term, term.term, description),
      weights: { Documents: term.papers, Occurrences: term.count },
      scores: { ...(year !== undefined && { "Avg. pub. year": roundTo(year, 4) }), Confidence: term.confidence },
    };
  }
}

/** The sentence of the paper that the term is most salient in; ties go to the first. */
function bestEvidence(
  mentions: readonly MentionEdge[],
  papers: ReadonlyMap<string, PaperNode>,
): [label: string, text: string][] {
  const best = mentions.reduce<MentionEdge | undefined>(
    (found, mention) => (found === undefined || mention.weight > found.weight ? mention : found),
    undefined,
  );
  const paper = best && papers.get(best.paper);
  if (!paper) return [];
  return [
    [best.role, mentionSentence(paper, best.evidence[0])],
    ["in", paperName(paper)],
  ];
}

function placeOf(node: PaperNode | TermNode, label: string, description: string) {
  return { id: node.node, label, description, x: node.x, y: node.y, cluster: node.community + 1 };
}

/** The classes are VOSviewer's own. Lines without a text are left out. */
function describe(type: string, label: string, lines: readonly (readonly [label: string, text: string])[]): string {
  const shown = lines.filter(([, text]) => text !== "");
  const written = shown.map(([name, text]) => {
    const head = name === "" ? "" : `<span class="description_label">${escapeXml(name)}: </span>`;
    return `<div>${head}<span class="description_text">${escapeXml(text)}</span></div>`;
  });
  return `<div class="description_heading">${type}</div><div>${escapeXml(label)}</div>${written.join("")}`;
}

/** A month is a twelfth of a year: a year alone would say nothing of papers of one year. */
function yearOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const [year = Number.NaN, month = 1] = date.split("-").map(Number);
  return Number.isNaN(year) ? undefined : year + (month - 1) / 12;
}
