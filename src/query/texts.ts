/**
 * Where the words of a term stand in titles and abstracts, whether or not they were taken for the term there.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";

/** Tells whether a paper's text has one of a term's forms as whole words, in the singular or with an "s". */
export function textSearch(): (paper: PaperNode, term: TermNode) => boolean {
  const texts = new Map<string, { readonly written: string; readonly folded: string }>();
  const forms = new Map<string, readonly string[]>();
  return (paper, term) => {
    let text = texts.get(paper.node);
    if (text === undefined) {
      const written = spaced(`${paper.title}\n${paper.abstract ?? ""}`);
      texts.set(paper.node, (text = { written, folded: written.toLowerCase() }));
    }
    const { written, folded } = text;
    let own = forms.get(term.node);
    if (own === undefined)
      forms.set(term.node, (own = [term.term, ...term.aliases.map((alias) => alias.text)].map(spaced)));
    return own.some((form) => {
      // An abbreviation is itself in capitals only: "CAM" is no cam.
      const isWord = /\p{Ll}/u.test(form);
      return hasWords(isWord ? folded : written, isWord ? form.toLowerCase() : form);
    });
  };
}

/** "time-series" is written "time series" too. */
function spaced(text: string): string {
  return text.replace(/[\u002d\u2010-\u2013]/g, " ");
}

const LETTER = /[\p{L}\p{N}]/u;

function hasWords(text: string, form: string): boolean {
  const stem = /[^s]s$/.test(form) ? form.slice(0, -1) : form;
  if (stem === "") return false;
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length + (text[at + stem.length] === "s" ? 1 : 0);
    if (!LETTER.test(text[at - 1] ?? " ") && !LETTER.test(text[end] ?? " ")) return true;
  }
  return false;
}
