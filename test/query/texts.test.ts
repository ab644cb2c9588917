import { describe, expect, it } from "vitest";
import type { PaperNode, TermNode } from "../../src/contract/graph-document.ts";
import { partRandom } from "../../src/lib/random.ts";
import { textSearch } from "../../src/query/texts.ts";
import { smallDocument } from "../documents/small.ts";

const document = smallDocument();
const paperOf = (abstract: string): PaperNode => ({ ...document.papers[0]!, title: "", abstract });
const termOf = (term: string, ...aliases: string[]): TermNode => ({
  ...document.terms[0]!,
  term,
  aliases: aliases.map((text) => ({ text, rule: "case", count: 1 })),
});
const stands = (term: TermNode, text: string): boolean => {
  const mark = termOf("zzzz");
  return textSearch([paperOf(`zzzz, ${text}`)], [term, mark])(term, mark);
};

describe("words of a term stand in a text", () => {
  const table: readonly (readonly [term: string, text: string, stands: boolean])[] = [
    ["attention", "Inattention helps", false],
    ["attention", "Attentions help", true],
    ["attentions", "attention", true],
    ["glass", "glas", false],
    ["CAM", "a cam", false],
    ["CAM", "CAMs", true],
    ["CAM", "GradCAM", false],
    ["time series", "a time-series\u2010model", true],
    ["time series", "time  series", false],
    [".NET", "on .NET, now", true],
    [".NET", "on a.NET", false],
    ["C++", "C++20", false],
    ["C++", "C++ and more", true],
    ["++", "a ++ b", true],
    ["++", "a++b", false],
    ["++", "a", false],
    ["s", "s", true],
    ["ΟΔΟΣ", "ΟΔΟΣ", true],
    ["Οδός", "ΟΔΌΣ", true],
    ["İstanbul", "İSTANBUL", true],
    ["naïve Bayes", "NAÏVE BAYES classifiers", true],
    ["\u{1d518} net", "\u{1d518}-net", true],
  ];
  it.each(table)("%s in: %s", (term, text, expected) => {
    expect(stands(termOf(term), text)).toBe(expected);
  });

  it("by any of its forms", () => {
    expect(stands(termOf("contrastive learning", "SimCLR"), "with SimCLR")).toBe(true);
    expect(stands(termOf("contrastive learning", "SimCLR"), "with Simclrx")).toBe(false);
  });
});

it("finds what reading every text letter by letter finds", () => {
  const pieces = [
    "a",
    "as",
    "A",
    "AS",
    "b-c",
    "B C",
    "é",
    "É",
    "s",
    "ss",
    "1",
    "++",
    "-",
    " ",
    "\n",
    "σ",
    "Σ",
    "\u{1d518}",
  ];
  let together = 0;
  for (let part = 0; part < 150; part++) {
    const random = partRandom(7, part);
    const text = (longest: number) =>
      Array.from(
        { length: 1 + Math.floor(random() * longest) },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join(random() < 0.5 ? " " : "");
    const papers = Array.from({ length: 4 }, () => paperOf(text(12)));
    const terms = Array.from({ length: 5 }, () => termOf(text(2), text(3)));
    const search = textSearch(papers, terms);
    for (const a of terms)
      for (const b of terms) {
        const read = papers.some((paper) => isWritten(paper, a) && isWritten(paper, b));
        expect([papers, a, b, search(a, b)]).toEqual([papers, a, b, read]);
        if (read) together++;
      }
  }
  expect(together).toBeGreaterThan(100);
});

function isWritten({ title, abstract = "" }: PaperNode, { term, aliases }: TermNode): boolean {
  return [term, ...aliases.map(({ text }) => text)].some((form) => {
    const [text, own] = [`${title}\n${abstract}`, form].map((string) => string.replace(/[\u002d\u2010-\u2013]/g, " "));
    const folds = /\p{Ll}/u.test(own!);
    const [units, sought] = [text!, own!].map((string) => (folds ? string.toLowerCase() : string));
    const stem = /[^s]s$/.test(sought!) ? sought!.slice(0, -1) : sought!;
    const isLetter = (unit = " ") => /[\p{L}\p{N}]/u.test(unit);
    return [...Array(units!.length).keys()].some((at) => {
      const end = at + stem.length + (units![at + stem.length] === "s" ? 1 : 0);
      return units!.startsWith(stem, at) && !isLetter(units![at - 1]) && !isLetter(units![end]);
    });
  });
}
