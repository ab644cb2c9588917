/**
 * Time grows no faster than a field does, paired in one run: what is repeated here made patterns begin anew at each place.
 */
import { expect, test } from "vitest";
import { findDoi } from "../../src/lib/identifiers.ts";
import { read } from "../../src/read/read.ts";
import { splitNames } from "../../src/read/fields/names.ts";
import { splitKeywords } from "../../src/read/tagged-lines.ts";

const [SHORT, LONG, MARGIN] = [16_000, 128_000, 3];
/** Microseconds of processor time below which a measurement is noise. */
const NOISE = 150_000;

const page = (line: string) =>
  `Daily Papers\n\n${line}\n\nA title of a paper that is long enough\n\nWe study how long lines are read, and find them slow.\n`;

const readAll = async (file: string, text: string) => {
  const parts = (async function* () {
    yield await Promise.resolve(text);
  })();
  const steps = [];
  for await (const step of read([{ file, text: parts }])) steps.push(step);
  return steps.length;
};

/** What is read, given a text of that length. */
const CASES: readonly (readonly [name: string, run: (fill: (unit: string) => string) => unknown])[] = [
  ["names between blanks", (fill) => splitNames(`A B${fill("\t")}C D`)],
  ["names between line breaks", (fill) => splitNames(`A B${fill(" \n ")}C D`)],
  ["keywords between blanks", (fill) => splitKeywords([`a${fill(" ")}b`])],
  ["a DOI that ends in brackets", (fill) => findDoi(`10.1/a${fill(")")}a`)],
  ["BibTeX key before blanks", async (fill) => readAll("a.bib", `@article{a${fill("\t")}b, title={T}}\n`)],
  [
    "BibTeX names between blanks",
    async (fill) => readAll("a.bib", `@article{a, author={A${fill("\t")}B}, title={T}}\n`),
  ],
  [
    "BibTeX keywords between blanks",
    async (fill) => readAll("a.bib", `@misc{a, title={T}, keywords={a${fill(" ")}b}}\n`),
  ],
  ["BibTeX value that is not closed", async (fill) => readAll("a.bib", `@misc{a, title={T${fill("\t")}\n`)],
  ["BibTeX title of accents in accents", async (fill) => readAll("a.bib", `@misc{a, title={T ${fill("\\'")} B}}\n`)],
  ["JSON string that is not closed, beside NaN", async (fill) => readAll("a.jsonl", `{"n":NaN,"x":"${fill('a\\"')}\n`)],
  ["RIS year of slashes", async (fill) => readAll("a.ris", `TY  - JOUR\nTI  - T\nPY  - 2020${fill("/")}1\nER  - \n`)],
  [
    "Ovid title with kinds of text in brackets",
    async (fill) => readAll("a.txt", `<1>\nUnique Identifier\n  1\nTitle\n  A title ${fill("[Letter].")}x\n`),
  ],
  [
    "Ovid title of blanks",
    async (fill) => readAll("a.txt", `<1>\nUnique Identifier\n  1\nTitle\n  A title${fill(" ")}[x\n`),
  ],
  ["comments before what is no page", async (fill) => readAll("a.html", `${fill("<!-- a --><html-->")}<x`)],
  ["page with a bullet and blanks", async (fill) => readAll("a.txt", page(`•${fill("\t")}x`))],
  ["page with addresses", async (fill) => readAll("a.txt", page(fill("http::") + " x"))],
  ["page with one long word", async (fill) => readAll("a.txt", page(`${fill("a")} b`))],
];

test.each(CASES)("%s", async (_, run) => {
  const timeOf = async (length: number) => {
    const before = process.cpuUsage();
    await run((unit) => unit.repeat(Math.ceil(length / unit.length)));
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  let short = Infinity;
  let long = Infinity;
  for (let tries = 0; tries < 3; tries++) {
    short = Math.min(short, await timeOf(SHORT));
    long = Math.min(long, await timeOf(LONG));
    if (long < NOISE || long / short < (LONG / SHORT) * MARGIN) break;
  }
  expect(long < NOISE ? 0 : long / short).toBeLessThan((LONG / SHORT) * MARGIN);
});
