/**
 * The small inputs after public reports that are about texts: see `field/CASES.md` in the shared folder.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fieldText } from "../../src/contract/field-text.ts";
import { paperTermsOf } from "../../src/domain/paper-terms.ts";
import { extractTerms } from "../../src/extract/extract.ts";
import { DEFAULT_INGEST_CONFIG, ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { SHARED } from "./shared.ts";

const FIELD = join(SHARED, "field");

async function extract(name: string, change = (text: string) => text) {
  const file = join(FIELD, `${name}.jsonl`);
  const text = change(readFileSync(file, "utf8"));
  const { papers } = (await ingest([{ file, text }], DEFAULT_INGEST_CONFIG)).value;
  const { value, problems } = await extractTerms(papers, await loadResources());
  const terms = papers.map((paper, i) =>
    paperTermsOf(value.paperTerms, i, paper).map(({ term, mentions }) => {
      for (const { field, start, end, text } of mentions) expect(fieldText(paper, field).slice(start, end)).toBe(text);
      return value.terms[term]!.term;
    }),
  );
  const forms = value.terms.map(({ term, aliases }) => [term, ...aliases.map(({ text }) => text)]);
  return { terms, forms, all: terms.flat(), codes: problems.map(({ code }) => code) };
}

describe.skipIf(!existsSync(FIELD))("reports from the field", () => {
  it("publishers' lines are no terms", async () => {
    const { all } = await extract("publisher-lines");
    expect(all.join()).not.toMatch(/elsevier|copyright|rights/iu);
    expect(all).toEqual(expect.arrayContaining(["sparse coding", "support vector machines"]));
  });

  it("escaped tags are read", async () => {
    const { all } = await extract("escaped-tags");
    expect(all.join()).not.toMatch(/&|sub|[lg]t\b/u);
    expect(all).toEqual(expect.arrayContaining(["water splitting", "atomic layer deposition", "Al2O3"]));
  });

  it("Portuguese and Italian are not English, telegram style is", async () => {
    const foreign = await extract("portuguese");
    expect(foreign.all).toEqual([]);
    expect(foreign.codes).toEqual(["extract/not-english", "extract/not-english"]);
    const { all } = await extract("terse-abstract");
    expect(all.map((term) => term.toLowerCase())).toEqual(
      expect.arrayContaining([
        "vitamin d supplementation",
        "cholecalciferol",
        "hip fractures",
        "randomized double-blind placebo-controlled trial",
      ]),
    );
  });

  it("compounds are whole", async () => {
    const { all } = await extract("first-words");
    // A compound is whole or is not there.
    expect(all).toEqual(expect.arrayContaining(["New York City", "de novo assembly"]));
    expect(all.join()).not.toMatch(/(?<!New )York|(?<!de )novo|(?<!in )vitro/u);
  });

  it("names hold no line breaks, no cut words, no ligatures", async () => {
    for (const name of ["wrapped-lines", "soft-hyphens", "broken-words"]) {
      const { forms } = await extract(name);
      for (const form of forms.flat()) expect(form).not.toMatch(/\s{2}|[\n\u00ad\ufb00-\ufb06]|-\s/u);
    }
    expect((await extract("wrapped-lines")).all).toContain("genomic sequence annotation");
    const [cut, plain] = (await extract("soft-hyphens")).terms;
    // The titles differ, and with them what they name.
    const ofAbstracts = (terms: readonly string[] = []) =>
      terms.filter((term) => !/^speech$|^(?!machine).*translation$/i.test(term)).sort();
    expect(ofAbstracts(cut)).toEqual(ofAbstracts(plain));
    expect((await extract("soft-hyphens", (text) => text.replaceAll("\u00ad", ""))).terms[0]).toEqual(cut);
    expect(cut).toEqual(expect.arrayContaining(["machine translation", "self-attention", "subword vocabulary"]));
    const { terms } = await extract("broken-words");
    expect(terms[0]).toEqual(expect.arrayContaining(["convolutional neural network", "medical images"]));
    expect(terms[1]).toEqual(expect.arrayContaining(["finite element analysis", "fine-tuning"]));
    expect(terms[2]).toEqual(expect.arrayContaining(["finite element analysis", "fine-tuning"]));
  });

  it("formulas and Greek letters are one with what they stand for", async () => {
    for (const terms of (await extract("latex-formulas")).terms)
      expect(terms).toEqual(expect.arrayContaining(["Fe3O4 nanoparticles", "MoS2 monolayers"]));
    const { forms } = await extract("greek-abbreviations");
    const pairs = [
      ["IFN-γ", "Interferon gamma"],
      ["TGF-β", "transforming growth factor beta"],
      ["NF-κB", "nuclear factor kappa B"],
      ["TNF-α", "tumor necrosis factor alpha"],
    ];
    for (const pair of pairs) expect(forms.filter((of) => pair.every((form) => of.includes(form)))).toHaveLength(1);
  });
});
