/**
 * The terms of one paper: salience, role and mentions of each.
 */
import type { Paper } from "../../domain/paper.ts";
import type { PaperTerm, Term } from "../../domain/term.ts";
import { byScoreThenKey, roundTo } from "../../lib/order.ts";
import { logisticScore } from "../model/logistic-model.ts";
import { type ExtractResources } from "../resources.ts";
import type { Chosen, TaggedPaper } from "../types.ts";
import { RolePaper } from "./role-paper.ts";
import { findRole } from "./roles.ts";
import { salienceFeatures } from "./salience.ts";

/**
 * @param mentionsOf mentions by the term's number
 * @returns ranked by salience, ties by canonical form
 */
export function paperTerms(
  paper: Paper,
  tagged: TaggedPaper,
  mentionsOf: ReadonlyMap<number, readonly Chosen[]>,
  terms: readonly Term[],
  resources: ExtractResources,
): PaperTerm[] {
  const roles = new RolePaper(paper, tagged);
  return [...mentionsOf]
    .map(([number, mentions]) => paperTerm(paper, tagged, roles, number, terms[number]!, mentions, resources))
    .sort(
      byScoreThenKey(
        ({ salience }) => salience,
        ({ term }) => terms[term]!.term,
      ),
    );
}

function paperTerm(
  paper: Paper,
  tagged: TaggedPaper,
  rolePaper: RolePaper,
  at: number,
  term: Term,
  mentions: readonly Chosen[],
  { model, background, roles }: ExtractResources,
): PaperTerm {
  const { type } = term;
  const finding = findRole(
    rolePaper.mentions(mentions),
    { type, defined: rolePaper.isDefined(mentions), titleStems: rolePaper.titleStems },
    roles,
  );
  const features = salienceFeatures(mentions, {
    paper: tagged,
    title: paper.title,
    background,
    proposed: finding.role === "proposes",
    method: type === "method",
  });
  return {
    term: at,
    salience: roundTo(logisticScore(model.salience, features), 4),
    role: finding.role,
    ...(finding.cue === undefined ? {} : { roleCue: finding.cue }),
    mentions: mentions.map(({ candidate: { field, start, end, text, sentence } }) => ({
      field,
      start,
      end,
      text,
      sentence,
    })),
  };
}
