/**
 * The terms of one paper: salience, role and mentions of each.
 */
import { type Role, ROLES, TERM_TYPES } from "../../contract/graph-document.ts";
import type { Paper } from "../../domain/paper.ts";
import { roundTo } from "../../lib/order.ts";
import { logisticScore } from "../model/logistic-model.ts";
import { type TagResources } from "../resources.ts";
import type { Chosen, TaggedPaper } from "../types.ts";
import { RolePaper } from "./role-paper.ts";
import type { RoleFinder } from "./roles.ts";
import { salienceFeatures } from "./salience.ts";
import type { TermFacts } from "./term-facts.ts";

export interface DescribedTerm {
  readonly term: number;
  /** 0…1, four decimals. */
  readonly salience: number;
  readonly role: Role;
  readonly roleCue?: string;
  /** How likely each role is: see `RoleReading`. */
  readonly shares: ArrayLike<number>;
  /** 0…1: greatest probability of a string that was chosen; 0 where all mentions were found by their forms. */
  readonly certainty: number;
}

const SURELY_PROPOSED = Float64Array.from(ROLES, (role) => (role === "proposes" ? 0.9 : 0.1 / (ROLES.length - 1)));

/**
 * @param mentionsOf mentions by the term's number
 * @returns ranked by salience, ties by canonical form
 */
export function describeTerms(
  paper: Pick<Paper, "title" | "abstract">,
  tagged: TaggedPaper,
  mentionsOf: ReadonlyMap<number, readonly Chosen[]>,
  { types, ranks }: TermFacts,
  { model, background }: Pick<TagResources, "model" | "background">,
  finder: RoleFinder,
): DescribedTerm[] {
  const rolePaper = new RolePaper(paper, tagged);
  const described: DescribedTerm[] = [];
  for (const [term, mentions] of mentionsOf) {
    const type = TERM_TYPES[types[term]!]!;
    const about = { type, defined: rolePaper.isDefined(mentions), titleStems: rolePaper.titleStems };
    const read = finder.find(rolePaper.mentions(mentions), about);
    const coined = read.role === "proposes" ? undefined : rolePaper.coinedCue(mentions);
    const { role, cue } = coined === undefined ? read : ({ role: "proposes", cue: coined } as const);
    const shares = coined === undefined ? read.shares : SURELY_PROPOSED;
    const features = salienceFeatures(mentions, {
      paper: tagged,
      title: paper.title,
      background,
      proposed: role === "proposes",
      method: type === "method",
    });
    const salience = roundTo(logisticScore(model.salience, features), 4);
    const certainty = Math.max(0, ...mentions.map(({ probability, isLinked }) => (isLinked ? 0 : probability)));
    described.push({ term, salience, role, shares, certainty, ...(cue !== undefined && { roleCue: cue }) });
  }
  return described.sort((a, b) => b.salience - a.salience || ranks[a.term]! - ranks[b.term]!);
}
