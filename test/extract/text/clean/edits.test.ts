import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, unchanged } from "../../../../src/extract/text/clean/edits.ts";
import { readableText } from "../../../../src/extract/text/clean/clean-text.ts";
import { given } from "./readable.ts";

test("offsets lead back over several rounds of edits", () => {
  const first = applyEdits(unchanged("a<b>word</b> c"), [
    { start: 1, end: 4, text: "" },
    { start: 8, end: 12, text: "" },
  ]);
  expect(first.text).toBe("aword c");
  const second = applyEdits(first, [{ start: 1, end: 2, text: "WW" }]);
  expect(second.text).toBe("aWWord c");
  expect([second.givenStart(1), second.givenEnd(6)]).toEqual([4, 8]);
  expect([second.givenStart(0), second.givenEnd(8)]).toEqual([0, 14]);
});

test("of two edits that overlap the later one is left out", () => {
  const edits = [
    { start: 0, end: 3, text: "x" },
    { start: 2, end: 4, text: "y" },
  ];
  expect(applyEdits(unchanged("abcde"), edits).text).toBe("xde");
});

const SLICES: readonly [text: string, part: string, slice: string][] = [
  ["We grow Fe$_3$O$_4$ films", "Fe3O4 films", "Fe$_3$O$_4$ films"],
  ["the $\\beta$-VAE loss", "β-VAE", "$\\beta$-VAE"],
  ["<i>E. coli</i> strains", "coli strains", "coli</i> strains"],
  ["\\emph{self-attention} layers", "self-attention", "\\emph{self-attention}"],
  ["by \\emph{active learning} here", "active learning", "active learning"],
  ["a self\u00ad-atten\u00adtion map", "self-attention", "self\u00ad-atten\u00adtion"],
  ["a convo-\n  lutional net", "convolutional net", "convo-\n  lutional net"],
  ["R&amp;D costs", "R&D", "R&amp;D"],
  ["graph\r\n  neural networks", "graph neural networks", "graph\r\n  neural networks"],
];
test.each(SLICES)("of %j, %j is %j", (text, part, slice) => {
  expect(given(text, part)).toBe(slice);
});

test("any slice of any readable text is one of the text as given", () => {
  const piece = fc.constantFrom(
    ..."a b&lt;|&amp;lt;sub&amp;gt;|$x_1$|$\\alpha$|\\'e|\\emph{|}|{\\it |--|~|-\n|ﬁ|\u00ad|\u200b|<sub>|</sub>|<p>|\n\n|  |© 2019 |. |Methods: |é|𝑘".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const clean = readableText(text, () => 0);
      let last = 0;
      for (let at = 0; at < clean.text.length; at++) {
        const start = clean.givenStart(at);
        const end = clean.givenEnd(at + 1);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end).toBeGreaterThanOrEqual(last);
        last = end;
      }
      expect(clean.text).not.toMatch(/[\u00ad\u200b\ufb01\r]|^\s|\s$|[^\n] {2}/u);
    }),
  );
});

test("plain texts are handed on as they are", () => {
  for (const text of ["", "A plain text, with 3.5 % of everything (and more).", "β-VAE – Fréchet", "a\n\nb"]) {
    const clean = readableText(text, () => 0);
    expect(clean.text).toBe(text);
    expect([clean.givenStart(3), clean.givenEnd(7)]).toEqual([3, 7]);
  }
});

test("long odd text is read in linear time", () => {
  for (const part of [
    "\\",
    "$ ",
    "<a b",
    "\\(",
    "&a",
    "{",
    "\\emph{",
    "a- b",
    "  ",
    "<!--",
    "&amp;",
    "x\n",
    "© ",
    "A: ",
  ])
    expect(readableText(part.repeat(50_000), () => 0).text).toBeTypeOf("string");
});
