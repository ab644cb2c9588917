/**
 * What the layer before the tagger is for: one notion is one term, whatever characters it is written with.
 */
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_EXTRACT_CONFIG, extractTerms, type ExtractResources } from "../../src/extract/extract.ts";
import { paperTermsOf } from "../../src/domain/paper-terms.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { paperOf } from "../papers.ts";

let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
});

async function extract(...abstracts: readonly string[]) {
  const papers = abstracts.map((abstract, i) => paperOf(`p${String(i)}`, abstract, "A study"));
  const { value, problems } = await extractTerms(papers, resources, DEFAULT_EXTRACT_CONFIG);
  const termsOf = papers.map((paper, i) =>
    paperTermsOf(value.paperTerms, i, paper).map((of) => ({ ...of, name: value.terms[of.term]!.term })),
  );
  return { terms: value.terms, papers, problems, termsOf, names: termsOf.map((of) => of.map(({ name }) => name)) };
}

const TWINS: readonly [what: string, marked: string, plain: string, term: string][] = [
  [
    "LaTeX",
    "We grow Co$_3$O$_4$ nanowires. The Co$_3$O$_4$ nanowires grow.",
    "We heat Co3O4 nanowires.",
    "Co3O4 nanowires",
  ],
  ["tags", "We grow Co<sub>3</sub>O<sub>4</sub> nanowires on glass.", "We heat Co3O4 nanowires.", "Co3O4 nanowires"],
  [
    "tags, escaped twice",
    "We grow Co&amp;lt;sub&amp;gt;3&amp;lt;/sub&amp;gt;O4 nanowires.",
    "We heat Co3O4 nanowires.",
    "Co3O4 nanowires",
  ],
  ["Greek", "We train a $\\beta$-VAE on faces.", "We train a β-VAE on faces.", "β-VAE"],
  ["letters", "We run $k$-means clustering twice.", "We run k-means clustering once.", "k-means clustering"],
  [
    "accents",
    "We use the Fr\\'echet inception distance.",
    "We use the Fréchet inception distance.",
    "Fréchet inception distance",
  ],
  [
    "soft hyphens",
    "We use gra\u00addi\u00adent boost\u00ading on tables.",
    "We use gradient boosting on tables.",
    "gradient boosting",
  ],
  ["cut words", "We use gradient boost-\n  ing on tables.", "We use gradient boosting on tables.", "gradient boosting"],
  [
    "ligatures",
    "We use ﬁnite element analysis here.",
    "We use finite element analysis here.",
    "finite element analysis",
  ],
  [
    "wide characters",
    "We use ｇｒａｐｈ neural\u3000networks here.",
    "We use graph neural networks here.",
    "graph neural networks",
  ],
  [
    "wrapped lines",
    "We use graph\r\n   neural\tnetworks here.",
    "We use graph neural networks here.",
    "graph neural networks",
  ],
];
test.each(TWINS)("%s: the same term with and without", async (_, marked, plain, term) => {
  const { terms, papers, names, termsOf } = await extract(marked, plain);
  expect(names[0]).toContain(term);
  expect(names[1]).toContain(term);
  for (const { name, mentions } of termsOf[0]!) {
    expect(name).not.toMatch(/[\n\r\t\u00ad\ufb01<>&;$\\]| {2}/u);
    for (const { start, end, text } of mentions) expect(papers[0]!.abstract?.slice(start, end)).toBe(text);
  }
  for (const { aliases } of terms) for (const { text } of aliases) expect(text).not.toMatch(/[\n\u00ad<>&;$\\]| {2}/u);
});

const WHOLE: readonly [text: string, term: string, part: string][] = [
  ["We count birds in New York City. Birds of New York City sing.", "New York City", "York City"],
  [
    "We study de novo assembly of genomes from short reads. De novo assembly needs much memory.",
    "de novo assembly",
    "novo assembly",
  ],
  ["We run in vitro assays with cells and in vivo imaging.", "in vivo imaging", "vivo imaging"],
  [
    "We give a posteriori error estimates for the solver.",
    "a posteriori error estimates",
    "posteriori error estimates",
  ],
  ["Reads are laid on the de Bruijn graph.", "de Bruijn graph", "Bruijn graph"],
  ["We predict El Niño events from buoys.", "El Niño events", "Niño events"],
];
test.each(WHOLE)("%s", async (text, term, part) => {
  const [names] = (await extract(text)).names;
  expect(names?.map((name) => name.toLowerCase())).toContain(term.toLowerCase());
  expect(names).not.toContain(part);
});

test("Greek letters by name and by sign are one, in short and in long forms", async () => {
  const { terms } = await extract(
    "Interferon gamma (IFN-γ) and transforming growth factor beta (TGF-β) rise. Transforming growth factor beta is blocked. IFN-γ is given.",
    "Interferon-γ (IFN-gamma) falls, and IFN-gamma is measured. TGF-beta drives scars.",
  );
  const groups = terms.map(({ term, aliases }) => [term, ...aliases.map(({ text }) => text)]);
  const holding = (form: string) => groups.find((forms) => forms.includes(form));
  expect(holding("IFN-γ")).toEqual(expect.arrayContaining(["IFN-gamma", "Interferon gamma"]));
  expect(holding("TGF-β")).toEqual(expect.arrayContaining(["transforming growth factor beta", "TGF-beta"]));
});

test("notices, headings and other languages give no terms, and take none away", async () => {
  const text = "We use sparse coding and envelope analysis to find faults of bearings.";
  const variants = [
    text,
    `${text} © 2021 Elsevier Ltd. All rights reserved.`,
    `BACKGROUND: ${text}`,
    `Abstract ${text}`,
    `Usamos codificação esparsa para achar as falhas dos rolamentos e não houve erros. ${text}`,
  ];
  const { names, problems } = await extract(...variants);
  for (const found of names) expect(found).toEqual(names[0]);
  expect(problems.filter(({ code }) => code === "extract/not-english")).toEqual([]);
});

test("telegram style is English", async () => {
  const [names] = (
    await extract(
      "OBJECTIVE: To compare tablets. DESIGN: Cluster randomised crossover trial. SETTING: Nursing homes. INTERVENTION: Metformin 500 mg.",
    )
  ).names;
  expect(names).toEqual(expect.arrayContaining(["Cluster randomised crossover trial", "Nursing homes"]));
  expect(names).not.toContain("OBJECTIVE");
});
