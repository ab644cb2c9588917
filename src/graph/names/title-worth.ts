/**
 * What a term is worth in a name by how authors use it: what papers are called after names a field, what is only said in
 * their abstracts ("batch size", "latent space", "search space") is a thing met in it.
 */
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { power } from "../../lib/power.ts";
import type { Corpus } from "../corpus.ts";

const TITLE = TEXT_FIELDS.indexOf("title");
/** Fewer papers say little of a term's share: that of the corpus is added as so many papers. */
const PRIOR_PAPERS = 4;
/** Half the usual share leaves 0.7 of the worth, a tenth 0.3. */
const SHARE_POWER = 0.5;

/**
 * Per term, above 0, at most 1: the share of its papers that have it in their title, against that of all terms in
 * several papers; 1 from there on.
 */
export function titleWorth({ terms, paperTerms: { term, source, found } }: Corpus): Float64Array {
  const inTitle = new Int32Array(terms.length);
  for (let row = 0; row < term.length; row++) {
    // In text order: the title comes first.
    const first = found.mentionOffsets[source[row]!]!;
    if (first === found.mentionOffsets[source[row]! + 1]!) continue;
    if (found.mentions.field[found.mention[first]!] === TITLE) inTitle[term[row]!]!++;
  }
  let [shared, titled] = [0, 0];
  terms.forEach(({ papers }, t) => {
    if (papers < 2) return;
    shared += papers;
    titled += inTitle[t]!;
  });
  const usual = Math.max(1, titled) / Math.max(1, shared);
  return Float64Array.from(terms, ({ papers }, t) => {
    const share = (inTitle[t]! + PRIOR_PAPERS * usual) / (papers + PRIOR_PAPERS);
    return power(Math.min(1, share / usual), SHARE_POWER);
  });
}
