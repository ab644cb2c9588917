import { expect, test } from "vitest";
import { read } from "./readable.ts";

const TEXTS: readonly [what: string, text: string, readable: string][] = [
  ["references", "R&amp;D of &alpha;-Fe&#8211;Ni at 5&nbsp;K", "R&D of α-Fe–Ni at 5 K"],
  ["references in hex and capitals", "&#x3B2;-Sn, &Delta;T, &Eacute;cole", "β-Sn, ΔT, École"],
  ["escaped once", "TiO&lt;sub&gt;2&lt;/sub&gt; films", "TiO2 films"],
  ["escaped twice", "SrTiO&amp;lt;sub&amp;gt;3&amp;lt;/sub&amp;gt; films", "SrTiO3 films"],
  ["without semicolon", "p &lt 0.05 and AT&T", "p < 0.05 and AT&T"],
  ["unknown references", "a &nope; b&c;", "a &nope; b&c;"],
  ["subscripts", "H<sub>2</sub>SO<sub>4</sub> and Ca<sup>2+</sup>", "H2SO4 and Ca2+"],
  ["Scopus' tags", "Al<inf>2</inf>O<inf>3</inf>", "Al2O3"],
  [
    "blanks around tags",
    "Al <sub>2</sub> O <sub>3</sub> powder and CO <sub>2</sub> capture",
    "Al2O3 powder and CO2 capture",
  ],
  ["inline tags", '<i>C. elegans</i> and <span class="x">neurons</span>', "C. elegans and neurons"],
  ["JATS", "<jats:p>One <jats:italic>n</jats:italic>-type.</jats:p><jats:p>Two.</jats:p>", "One n-type. Two."],
  ["titles of sections", "<jats:title>Methods</jats:title><jats:p>We did.</jats:p>", "Methods: We did."],
  [
    "MathML",
    'of <mml:math xmlns:mml="http://x.org"> <mml:msub> <mml:mi>NbSe</mml:mi> <mml:mn>2</mml:mn> </mml:msub> </mml:math> flakes',
    "of NbSe2 flakes",
  ],
  [
    "formulas given twice",
    "the <inline-formula><tex-math>$x^2$</tex-math><math><mi>B</mi></math></inline-formula> term",
    "the B term",
  ],
  ["comments", "a <!-- b -->c <![CDATA[d]]>", "a c d"],
  ["no tags", "if a<b and c>d, or p<0.05", "if a<b and c>d, or p<0.05"],
  ["what papers write about", "an <image> token and <eos>", "an <image> token and <eos>"],
];
test.each(TEXTS)("%s", (_, text, readable) => {
  expect(read(text)).toBe(readable);
});
