import { expect, test } from "vitest";
import { compoundLength, mayLead } from "../../../src/extract/text/compounds.ts";

const WHOLE: readonly string[] = [
  ..."in vitro|in vivo|In situ|ex vivo|de novo|De novo|ab initio|a priori|a posteriori|ad hoc|post hoc|ex ante|per capita|Per capita|in silico|in utero".split(
    "|",
  ),
  ..."New York|New Zealand|New South Wales|Rio de Janeiro|Papua New Guinea|Great Barrier|Hong Kong|Costa Rica|Sri Lanka|Saudi Arabia".split(
    "|",
  ),
  ..."van der Waals|de Bruijn|von Neumann|De Finetti|El Niño|La Niña|Du Bois|Le Chatelier|San Francisco|Los Angeles|São Paulo|de la Vallée".split(
    "|",
  ),
];
test.each(WHOLE)("%s is one compound", (compound) => {
  const words = compound.split(" ");
  expect(mayLead(words[0]!)).toBe(true);
  expect(compoundLength([...words, "studies"], 0)).toBe(words.length);
});

const PARTS: readonly string[] = [
  ..."in networks|a model|New methods|New South entrances|de minimis|per sample|ex officio|Great Models|post processing|the Netherlands|à la Newton".split(
    "|",
  ),
];
test.each(PARTS)("%s is none", (text) => {
  const words = text.split(" ");
  expect(words.map((_, i) => compoundLength(words, i))).toEqual(words.map(() => 1));
});
