/**
 * Paper–term edges of the document, read off the columns of the corpus.
 */
import { type Evidence, type MentionEdge, ROLES } from "../../contract/graph-document.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { PaperTermRows } from "../../domain/term.ts";
import { roundTo } from "../../lib/order.ts";
import { sequenceOf } from "../../contract/sequence.ts";
import { type Corpus, rowsByTerm } from "../corpus.ts";
import { type LimitedEdges, strongestMentions } from "../limits.ts";
import { nodeIds } from "../node-ids.ts";

/** By paper, then by term number, at most `max`; weights are saliences, rounded to 4 digits. */
export function mentionEdges(corpus: Corpus, max: number): LimitedEdges<MentionEdge> {
  const paperTerms = strongestMentions(corpus.paperTerms, corpus.terms.length, max);
  const { offsets, term, salience, source, found } = paperTerms;
  const rows = rowsByTerm({ terms: corpus.terms, paperTerms });
  const paperOf = new Int32Array(rows.length);
  for (let paper = 0; paper < corpus.papers.length; paper++) paperOf.fill(paper, offsets[paper], offsets[paper + 1]);
  const { papers, terms } = nodeIds(corpus);
  const edges = sequenceOf(rows.length, (place): MentionEdge => {
    const row = rows[place]!;
    const from = source[row]!;
    const evidence = evidenceOf(found, from);
    const count = evidence.length;
    const weight = roundTo(salience[row]!, 4);
    const role = ROLES[found.role[from]!]!;
    const cue = found.cue[from]!;
    // Literals, not spreads: every writer goes through all edges.
    return cue === 0
      ? { paper: papers[paperOf[place]!]!, term: terms[term[row]!]!, count, weight, role, evidence }
      : {
          paper: papers[paperOf[place]!]!,
          term: terms[term[row]!]!,
          count,
          weight,
          role,
          role_cue: found.cues[cue]!,
          evidence,
        };
  });
  return { edges, isWhole: paperTerms === corpus.paperTerms };
}

/** The places of a row, in text order. */
function evidenceOf({ mentionOffsets, mention, mentions }: PaperTermRows, row: number): Evidence[] {
  const { field, start, end, sentenceStart, sentenceEnd } = mentions;
  const evidence: Evidence[] = [];
  for (let at = mentionOffsets[row]!; at < mentionOffsets[row + 1]!; at++) {
    const m = mention[at]!;
    evidence.push({
      field: TEXT_FIELDS[field[m]!]!,
      start: start[m]!,
      end: end[m]!,
      sentence: [sentenceStart[m]!, sentenceEnd[m]!],
    });
  }
  return evidence;
}
