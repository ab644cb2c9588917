/**
 * Names of drugs beside a dose, which trials name once and without a sentence.
 */
import { beforeAll, expect, test } from "vitest";
import { extractTerms, type ExtractResources } from "../../../src/extract/extract.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
});

const termsOf = async (abstract: string) => {
  const papers = [paperOf("a", `OBJECTIVE: To determine whether pain is reduced. ${abstract}`, "Pain in older adults")];
  const { value } = await extractTerms(papers, resources);
  return value.terms.map(({ term }) => term.toLowerCase());
};

test.each([
  ["INTERVENTION: Ergocalciferol 800 IU daily versus placebo, 12 months.", "ergocalciferol"],
  ["Patients were given zanamivirine 10-20 mg twice daily.", "zanamivirine"],
  ["Rats had brodifacoumine (40 mg/kg).", "brodifacoumine"],
  ["Adults took levothyroxol 12.5 µg, then nothing.", "levothyroxol"],
])("%s", async (abstract, name) => {
  expect(await termsOf(abstract)).toContain(name);
});

test.each([
  ["The dose 20 mg was given with water 500 mg.", /dose|water|given/u],
  ["Those who received 400 mg daily, containing 5 mg, fell.", /received|daily|containing/u],
  ["Oral administration 5 mg, twice a week 10 mg.", /^administration|week/u],
])("no name: %s", async (abstract, none) => {
  expect((await termsOf(abstract)).filter((term) => none.test(term))).toEqual([]);
});
