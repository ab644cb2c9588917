/** How right the roles are on edges labelled by hand (ids, terms and labels only; the texts are the training gold's). */
import { readFileSync } from "node:fs";
import { type Role, ROLES } from "../../contract/graph-document.ts";
import { ruleFinding } from "../../extract/terms/role-cues.ts";
import { type RoleTerm, stemsOf } from "../../extract/terms/role-features.ts";
import type { RoleMention } from "../../extract/terms/role-sentence-features.ts";
import { ownNames } from "../../extract/terms/own-names.ts";
import { firstAct, RoleSentence } from "../../extract/terms/role-sentence.ts";
import type { RoleFinder } from "../../extract/terms/roles.ts";
import { tokenize } from "../../extract/text/tokens.ts";
import { type GoldPaper, type GoldTerm, projectGold, readGold } from "../train/train-gold.ts";

export interface LabelledEdge {
  readonly id: string;
  readonly term: string;
  readonly role: Role;
  readonly mentions: readonly RoleMention[];
  readonly about: RoleTerm;
}

export interface RoleScore {
  readonly edges: number;
  readonly right: number;
  /** "label → found" → edges. */
  readonly confusion: ReadonlyMap<string, number>;
}

/** The labelled edges of one file with their mentions, those of the term's short form included. */
export function labelledEdges(goldPath: string, labels: URL): LabelledEdge[] {
  const papers = new Map(readGold(goldPath).map((paper) => [paper.id, paper]));
  const list = JSON.parse(readFileSync(labels, "utf8")) as { id: string; term: string; role: Role }[];
  return list.flatMap(({ id, term, role }) => {
    const paper = papers.get(id);
    const gold = paper?.terms.find(({ text }) => text === term);
    if (!paper || !gold) return [];
    const kin = new Set(paper.terms.filter((other) => other === gold || other.abbr_of === gold.text));
    const mentions = goldMentions(paper, kin);
    const defined = kin.size > 1 || gold.abbr_of !== undefined;
    return mentions.length === 0
      ? []
      : [{ id, term, role, mentions, about: { type: gold.type, defined, titleStems: stemsOf(paper.title) } }];
  });
}

function goldMentions(paper: GoldPaper, kin: ReadonlySet<GoldTerm>): RoleMention[] {
  return [true, false].flatMap((inTitle) => {
    const tokens = tokenize(inTitle ? paper.title : paper.abstract);
    const texts = tokens.sentences.map(({ start, end }) => tokens.text.slice(start, end));
    const act = firstAct(texts);
    const names = ownNames(paper.title, inTitle ? [] : texts);
    // All terms compete for the words, as in the extraction.
    return projectGold(tokens, paper.terms).flatMap(({ from, to, term }) => {
      if (!kin.has(term)) return [];
      const number = tokens.sentences.findIndex((sentence) => from < sentence.to);
      const { start, end } = tokens.sentences[number]!;
      return {
        sentence: new RoleSentence(tokens.text.slice(start, end), names),
        start: tokens.start[from]! - start,
        end: tokens.end[to - 1]! - start,
        inTitle,
        place: inTitle ? 0 : number / Math.max(1, tokens.sentences.length - 1),
        turn: act < 0 ? -99 : number - act,
      };
    });
  });
}

type Edge = Pick<LabelledEdge, "mentions" | "about" | "role">;

export function scoreEdges<E extends Edge>(edges: readonly E[], finderOf: (edge: E) => RoleFinder): RoleScore {
  return tally(edges, (edge) => finderOf(edge).find(edge.mentions, edge.about).role);
}

/** Which role wins when the cues of the mentions disagree. */
const RANK: Record<Role, number> = { proposes: 5, evaluates: 3, studies: 2.5, compares: 2.2, uses: 2, mentions: 0 };

/** The cues alone, without a model: what it has to beat. */
export function scoreCues(edges: readonly LabelledEdge[]): RoleScore {
  return tally(edges, ({ mentions }) => {
    const found = mentions.map((mention) => ruleFinding(mention).role);
    const best = found.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), "mentions");
    return best === "mentions" && mentions.length >= 3 ? "studies" : best;
  });
}

function tally<E extends Edge>(edges: readonly E[], decide: (edge: E) => Role): RoleScore {
  const confusion = new Map<string, number>();
  let right = 0;
  for (const edge of edges) {
    const role = decide(edge);
    if (role === edge.role) right++;
    const cell = `${edge.role} → ${role}`;
    confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
  }
  return { edges: edges.length, right, confusion };
}

/** Accuracy, macro F1, precision and recall per role, and the confusion matrix (rows: labels), as text. */
export function showScore(name: string, { edges, right, confusion }: RoleScore): string {
  const count = (label: Role, found: Role) => confusion.get(`${label} → ${found}`) ?? 0;
  const pct = (part: number, whole: number) => (100 * part) / Math.max(1, whole);
  let macro = 0;
  const rows = ROLES.map((role) => {
    const labelled = ROLES.reduce((sum, other) => sum + count(role, other), 0);
    const found = ROLES.reduce((sum, other) => sum + count(other, role), 0);
    const hit = count(role, role);
    macro += pct(2 * hit, labelled + found) / ROLES.length;
    const cells = ROLES.map((other) => String(count(role, other)).padStart(5)).join("");
    return `  ${role.padEnd(10)}${cells}   P ${pct(hit, found).toFixed(1)} R ${pct(hit, labelled).toFixed(1)}`;
  });
  const head = `${name}: ${right} of ${edges} right, ${pct(right, edges).toFixed(1)} %, macro F1 ${macro.toFixed(1)}`;
  return [head, ...rows].join("\n");
}
