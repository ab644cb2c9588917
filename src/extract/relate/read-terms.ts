/**
 * The terms of a paper with what pairs of them are asked for, and which of them the paper proposes.
 */
import { fieldText } from "../../contract/field-text.ts";
import { ROLES } from "../../contract/graph-document.ts";
import { likeliest } from "../terms/roles.ts";
import { roleWord, type RoleWord, wordsOf } from "../terms/role-words.ts";
import type { RelatePaper, RelateTerm } from "./relate-types.ts";

/** What a term says of itself, wherever it stands. */
export interface ReadTerm {
  readonly term: RelateTerm;
  /** Place in `TERM_TYPES`. */
  readonly type: number;
  /** Likeliest role, place in `ROLES`. */
  readonly role: number;
  /** 0: what the paper proposes most surely, 1: second, 2: third, 3: none of them. */
  readonly rank: number;
  /** The last word of its first place. */
  readonly head: RoleWord;
  /** Its words in that place, lower case. */
  readonly words: readonly string[];
  readonly inTitle: boolean;
  /** 0…1: how much the paper is about it, by place and number of its mentions. */
  readonly prominence: number;
}

/** A term is among what the paper proposes from this share of the role. */
const MIN_PROPOSED = 0.15;
const PROPOSES = ROLES.indexOf("proposes");

export function readTerms(paper: RelatePaper): ReadTerm[] {
  const { terms } = paper;
  const proposed = terms
    .map((_, t) => t)
    .filter((t) => terms[t]!.roles[PROPOSES]! >= MIN_PROPOSED)
    .sort((a, b) => worth(terms[b]!) - worth(terms[a]!) || a - b);
  return terms.map((term, t): ReadTerm => {
    const [first] = term.places;
    const text = first ? fieldText(paper, first.field).slice(first.start, first.end) : "";
    const words = wordsOf(text);
    const at = proposed.indexOf(t);
    return {
      term,
      type: term.type,
      role: likeliest(term.roles),
      rank: at < 0 || at > 2 ? 3 : at,
      head: roleWord(words.at(-1) ?? ""),
      words,
      inTitle: first?.field === "title",
      prominence: prominence(term),
    };
  });
}

/** How likely it is what the paper is made for: proposed, and what it is about. */
const worth = (term: RelateTerm): number => term.roles[PROPOSES]! + prominence(term);

function prominence({ places }: RelateTerm): number {
  const [first] = places;
  const inTitle = first?.field === "title" ? 0.4 : 0;
  const atStart = inTitle > 0 && first?.start === 0 ? 0.1 : 0;
  return inTitle + atStart + Math.min(5, places.length) / 10;
}
