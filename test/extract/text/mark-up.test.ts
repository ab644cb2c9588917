import { expect, test } from "vitest";
import { proseTest } from "../../../src/extract/text/mark-up.ts";

/** The span in question stands between bars. */
const SPANS: readonly [marked: string, prose: boolean][] = [
  ["We use |graph neural networks| here", true],
  ["<b>|graph neural networks|</b> win", true],
  ["\\textit{|gradient descent|} (SGD)", true],
  ["it costs $5 for |graph search| or $6 for lookup", true],
  ["between a<b and |search trees| c>d", true],
  ["|Intel® Xeon| chips", true],
  ["|multi-agent| (RL)\\\\", true],
  ["|LaTeX $\\mathcal{O}(n^2)$ attention| is slow", false],
  ["|\\em logistic regression| is old", false],
  ["\\|em| logistic regression", false],
  ["as in \\cite{|foo2020|,bar}", false],
  ["as in \\citep[p.~3]{foo, |bar2021|}", false],
  ["see \\autoref{sec:|results|}", false],
  ["where $a + |beta loss| + c$ holds", false],
  ["code at github.com/lab/|graph-net|", false],
  ['<a title="|deep learning|">here</a>', false],
  ["|robust 🚀 training|", false],
  ["Über|netze|", false],
];

test.each(SPANS)("%s is prose: %s", (marked, prose) => {
  const [before = "", span = "", after = ""] = marked.split("|");
  expect(proseTest(before + span + after)(before.length, before.length + span.length)).toBe(prose);
});

test("long odd text is read in linear time", () => {
  for (const piece of ["\\", "$ ", "<a b", "\\(", "&a", "a.b."]) {
    const text = piece.repeat(50_000);
    expect(proseTest(text)(0, 1)).toBeTypeOf("boolean");
  }
});
