/**
 * Which terms stand on the map: worth decides, not rarity.
 *
 * Those in several papers; whatever a paper proposes; data sets and metrics with a name; each paper's most salient terms.
 * Out go strings that are hardly terms: unsure ones in one paper; where a
 * broader term stands, it gets their places.
 * What stays is shown by its number of papers, rare terms late: that is the viewer's part.
 */
import { ROLES } from "../contract/graph-document.ts";
import { type Decision, writtenForm } from "../contract/decisions.ts";
import { type Staged, staged } from "../domain/staged.ts";
import type { Paper } from "../domain/paper.ts";
import { TEXT_FIELDS } from "../domain/paper-terms.ts";
import type { PaperTermRows, Term } from "../domain/term.ts";
import type { Corpus } from "./corpus.ts";
import { strongestTerms } from "./limits.ts";
import { selectedCorpus } from "./selected-corpus.ts";
import { isTitlePiece } from "./title-pieces.ts";
import { isVague } from "./vague-heads.ts";

export interface SelectTermsConfig {
  /** A term in at least this many papers stays. 1: all stay. */
  readonly minPapers: number;
  /** Of each paper so many of its most salient terms stay. */
  readonly topTerms: number;
  /** About how many rarer terms may stay beyond these, spread evenly over the papers. */
  readonly rareTerms: number;
  /** 0…1: see `PaperTerm.certainty`. */
  readonly minCertainty: number;
  /** 0…1: below it no rare term stays that is none of a paper's top terms. */
  readonly minSalience: number;
  /** At most so many stay: see `limits.ts`. */
  readonly maxTerms: number;
}

export interface SelectedTerms extends Staged<Corpus> {
  /** Whether terms were left out because there were too many. */
  readonly isLimited: boolean;
}

/** @returns the corpus with the terms that stay, in the same canonical order, and a ledger entry for each that goes. */
export function selectTerms(
  corpus: Corpus,
  config: SelectTermsConfig,
  decisions: readonly Decision[] = [],
): SelectedTerms {
  const wanted = new Set(
    decisions.flatMap((decision) =>
      decision.kind === "keep" || decision.kind === "type" ? [writtenForm(decision.term)] : [],
    ),
  );
  const asked = Uint8Array.from(corpus.terms, ({ term }) => (wanted.size > 0 && wanted.has(writtenForm(term)) ? 1 : 0));
  const users = termUsers(corpus);
  const chosen = Uint8Array.from(corpus.terms, (_, t) =>
    asked[t] === 1 || config.minPapers <= 1 || users[t]! >= config.minPapers ? 1 : 0,
  );
  const { offsets, term } = corpus.paperTerms;
  addRareTerms(corpus, config, chosen);
  const stays = strongestTerms(corpus, chosen, asked, config.maxTerms);
  const isLimited = stays !== chosen;
  if (stays.every((stay) => stay === 1)) return { ...staged(corpus), isLimited };

  const selected = selectedCorpus(corpus, stays);
  const firstPaper = new Int32Array(corpus.terms.length).fill(-1);
  for (let paper = 0; paper < corpus.papers.length; paper++) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
      if (firstPaper[term[row]!] === -1) firstPaper[term[row]!] = paper;
  }
  const rare = `in fewer than ${config.minPapers} papers, not proposed, and none of its paper's salient terms`;
  const weak = `beyond the ${config.maxTerms} strongest terms (maxTerms)`;
  const drops = corpus.terms.flatMap((term, i) =>
    stays[i] === 1
      ? []
      : [
          {
            stage: "graph" as const,
            action: "drop",
            subject: term.term,
            rule: chosen[i] === 1 ? weak : rare,
            count: term.count,
            paper: corpus.papers[firstPaper[i]!]?.id ?? "",
          },
        ],
  );
  return { ...staged(selected, [], drops), isLimited };
}

/** Per term: papers that use it as a term; in others its words stand, no more. */
function termUsers({ terms, paperTerms: { term, source, found } }: Corpus): Int32Array {
  const users = new Int32Array(terms.length);
  for (let row = 0; row < term.length; row++) if (found.certainty[source[row]!]! > 0) users[term[row]!]!++;
  return users;
}

const TITLE = TEXT_FIELDS.indexOf("title");

/** Does the row stand in the paper's title alone, as a piece that is no term? */
function isPieceOfTitle(
  { title }: Paper,
  { term }: Term,
  { mentionOffsets, mention, mentions }: PaperTermRows,
  row: number,
): boolean {
  for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++)
    if (mentions.field[mention[at]!] !== TITLE) return false;
  const m = mention[mentionOffsets[row]!]!;
  const isLabel = mentions.start[m] === 0 && title.slice(mentions.end[m]).trimStart().startsWith(":");
  return isTitlePiece(term, isLabel);
}

/** Smallest certainty of a rare term with a vague head. */
const MIN_CERTAINTY_OF_VAGUE = 0.7;
const PROPOSES = ROLES.indexOf("proposes");
/** A name of a resource has a capital behind the first letter, or a digit. */
const NAME = /.\p{Lu}|\p{N}/u;

/** Marks what a paper proposes, resources with a name, each paper's top terms, and other salient ones while there is room. */
function addRareTerms(
  { papers, terms, paperTerms: { offsets, term, salience, source, found } }: Corpus,
  { topTerms, rareTerms, minCertainty, minSalience }: SelectTermsConfig,
  chosen: Uint8Array,
): void {
  const vague = Math.max(minCertainty, MIN_CERTAINTY_OF_VAGUE);
  const perPaper = Math.floor(rareTerms / Math.max(1, papers.length));
  const isResource = Uint8Array.from(terms, ({ term: form, type }) =>
    (type === "dataset" || type === "metric") && NAME.test(form) ? 1 : 0,
  );
  for (let paper = 0; paper < papers.length; paper++) {
    let room = perPaper;
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
      const t = term[row]!;
      if (chosen[t] === 1 || isPieceOfTitle(papers[paper]!, terms[t]!, found, source[row]!)) continue;
      const isSure = found.certainty[source[row]!]! >= (isVague(terms[t]!.term) ? vague : minCertainty);
      const isTop = row - offsets[paper]! < topTerms;
      const isNew = found.role[source[row]!] === PROPOSES;
      if (isNew || isResource[t] === 1 || (isSure && isTop)) chosen[t] = 1;
      else if (isSure && salience[row]! >= minSalience && room > 0) {
        chosen[t] = 1;
        room--;
      }
    }
  }
}
