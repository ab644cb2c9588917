import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Paper } from "../../src/domain/paper.ts";
import { fieldText } from "../../src/contract/field-text.ts";
import { paperTermsOf } from "../../src/domain/paper-terms.ts";
import type { Extraction } from "../../src/domain/term.ts";
import type { Decision } from "../../src/contract/decisions.ts";
import { MAX_TEXT } from "../../src/extract/budget.ts";
import { DEFAULT_EXTRACT_CONFIG, extractTerms, type ExtractResources } from "../../src/extract/extract.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { decodeAccents } from "../../src/lib/text.ts";
import { paperOf } from "../papers.ts";

const paper = (id: string, title: string, abstract: string) => paperOf(id, abstract, title);
const PAPERS: readonly Paper[] = [
  paper(
    "a",
    "TreeNet: Graph Neural Networks for Protein Folding",
    "Protein folding is a central problem in biology. We propose TreeNet, a graph neural network (GNN) that predicts contact maps. GNNs scale poorly on long chains. Experiments on CASP14 show that TreeNet outperforms AlphaFold in terms of TM-score.",
  ),
  paper(
    "b",
    "Active learning for machine translation",
    "We study active learning (AL) for neural machine translation. Using uncertainty sampling, AL reduces annotation cost. We evaluate on WMT14 and report BLEU scores. Graph-neural networks are not used.",
  ),
  paper(
    "c",
    "Über die Anwendung neuronaler Netze",
    "Wir untersuchen die Anwendung von tiefen neuronalen Netzen auf die Vorhersage von Zeitreihen. Die Ergebnisse zeigen, dass das vorgeschlagene Verfahren besser ist als die bisherigen Verfahren und weniger Rechenzeit braucht als diese.",
  ),
  paper("d", "A title only", ""),
];
let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
});

async function extract(papers: readonly Paper[], decisions: readonly Decision[] = []) {
  return extractTerms(papers, resources, DEFAULT_EXTRACT_CONFIG, { decisions });
}

/** What the contract promises of any extraction. */
function checkContract(papers: readonly Paper[], { terms, paperTerms }: Extraction): void {
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
  expect(paperTerms.offsets).toHaveLength(papers.length + 1);
  papers.forEach((paper, i) => {
    const list = paperTermsOf(paperTerms, i, paper);
    expect(list.map(({ salience }) => salience)).toEqual(list.map(({ salience }) => salience).sort((a, b) => b - a));
    const taken = new Set<string>();
    for (const { salience, mentions } of list) {
      expect(salience).toBeGreaterThanOrEqual(0);
      expect(salience).toBeLessThanOrEqual(1);
      expect(mentions.length).toBeGreaterThan(0);
      for (const { field, start, end, text, sentence } of mentions) {
        expect(fieldText(papers[i]!, field).slice(start, end)).toBe(text);
        expect(sentence.start).toBeLessThanOrEqual(start);
        expect(sentence.end).toBeGreaterThanOrEqual(end);
        for (let at = start; at < end; at++) {
          expect(taken.has(`${field} ${at}`)).toBe(false);
          taken.add(`${field} ${at}`);
        }
      }
    }
  });
}

const named = ({ terms, paperTerms }: Extraction, i: number, papers: readonly Paper[]) =>
  paperTermsOf(paperTerms, i, papers[i]!).map((t) => ({ ...t, name: terms[t.term]!.term }));

test("finds, types and joins the terms of small papers", async () => {
  const { value } = await extract(PAPERS);
  checkContract(PAPERS, value);
  const gnn = value.terms.find(({ aliases, term }) => [term, ...aliases.map(({ text }) => text)].includes("GNNs"));
  expect(gnn?.type).toBe("method");
  expect(gnn?.term.toLowerCase()).toMatch(/^graph[ -]neural networks?$/);
  expect(gnn?.aliases.map(({ text }) => text)).toEqual(expect.arrayContaining(["GNN", "GNNs"]));
  const treeNet = named(value, 0, PAPERS).find(({ name }) => name === "TreeNet");
  expect(treeNet?.role).toBe("proposes");
  expect(value.terms.find(({ term }) => term === "BLEU" || term === "BLEU scores")?.type).toBe("metric");
});

test("a paper longer than the budget is kept without terms and named; the rest is as without it", async () => {
  const long = paper("long", "A whole book", "We propose a graph neural network. ".repeat(MAX_TEXT / 30));
  const { value, problems } = await extract([...PAPERS, long]);
  expect(problems.filter(({ severity }) => severity === "warning")).toMatchObject([
    { code: "extract/too-long", message: expect.stringContaining("A whole book") as string, where: long.source },
  ]);
  expect(paperTermsOf(value.paperTerms, PAPERS.length, long)).toEqual([]);
  expect(value.terms).toEqual((await extract(PAPERS)).value.terms);
});

test("text that is not English has no terms and is reported with its place", async () => {
  const papers = PAPERS.map((p, i) => ({ ...p, source: { file: "pile.md", line: 10 * i + 1 } }));
  const { value, problems } = await extract(papers);
  expect(named(value, 2, papers)).toEqual([]);
  expect(problems.filter(({ code }) => code === "extract/not-english")).toEqual([
    {
      code: "extract/not-english",
      severity: "info",
      message: "not in English, kept without terms: Über die Anwendung neuronaler Netze",
      where: { file: "pile.md", line: 21 },
    },
  ]);
});

test("the order of the papers does not show", async () => {
  const forward = (await extract(PAPERS)).value;
  const backward = (await extract([...PAPERS].reverse())).value;
  expect(backward.terms).toEqual(forward.terms);
  const reversed = [...PAPERS].reverse();
  PAPERS.forEach((_, i) => {
    expect(named(backward, PAPERS.length - 1 - i, reversed)).toEqual(named(forward, i, PAPERS));
  });
});

test("people decide last, and are told what matched nothing", async () => {
  const before = (await extract(PAPERS)).value;
  expect(before.terms.map(({ term }) => term)).toContain("TreeNet");
  const { value, problems, ledger } = await extract(PAPERS, [
    { line: 1, kind: "drop", term: "TreeNet" },
    { line: 2, kind: "type", term: "AlphaFold", type: "dataset" },
    { line: 3, kind: "split", form: "GNNs" },
    { line: 4, kind: "merge", form: "CASP14", canonical: "CASP" },
    { line: 5, kind: "keep", term: "long chains" },
    { line: 6, kind: "drop", term: "flux capacitor" },
  ]);
  const names = value.terms.map(({ term }) => term);
  expect(names).not.toContain("TreeNet");
  expect(value.terms.find(({ term }) => term === "AlphaFold")?.type).toBe("dataset");
  expect(names).toContain("GNNs");
  expect(value.terms.find(({ term }) => term === "CASP")?.aliases.map(({ text }) => text)).toEqual(["CASP14"]);
  expect(names).toContain("long chains");
  expect(problems.filter(({ code }) => code === "decisions/unmatched").map(({ message }) => message)).toEqual([
    'drop "flux capacitor" matches no term',
  ]);
  expect(ledger.length).toBeGreaterThan(0);
});

test.each([
  ["a long unbroken word", "x".repeat(200_000)],
  ["possessives without end", "a's ".repeat(16_000)],
  ["brackets", "((((".repeat(5000) + "))))".repeat(5000)],
  ["dollars", "$".repeat(20_000)],
  ["code", "```\nfor (let i = 0; i < n; i++) { x[i] = f(x[i - 1]); }\n```\n".repeat(200)],
  ["lone surrogates", "\ud800 method \udfff network"],
  ["nothing but punctuation", "…!?—–,;:.()[]{}"],
])("%s does no harm", async (_, text) => {
  const papers = [paper("h", text.slice(0, 300), text)];
  checkContract(papers, (await extract(papers)).value);
});

test("URLs, maths and mark-up are no terms", async () => {
  const papers = [
    paper(
      "m",
      "On $x^2$",
      "We release the code at https://github.com/foo/graph-neural-network. The loss $\\mathcal{L}(x) = \\sum_i x_i^2$ of a graph neural network is \\emph{convex} <b>everywhere</b>, and stochastic gradient descent finds the minimum on ImageNet.",
    ),
  ];
  const { value } = await extract(papers);
  checkContract(papers, value);
  const names = named(value, 0, papers).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["graph neural network", "stochastic gradient descent"]));
  for (const name of names) expect(name).not.toMatch(/https?:|\$|\\|<\/?b>/);
});

test("terms in marked-up prose are cut at the mark-up", async () => {
  const papers = [
    paper(
      "l",
      'Optimisation of <i>graph neural networks</i> on K\\"ahler manifolds',
      "We compare \\textit{stochastic gradient descent} (SGD) with {\\em logistic regression} \\cite{foo2020deep} on Erd\\H{o}s--R\\'enyi graphs, and the Fr\\'echet inception distance of $\\mathcal{O}(n^2)$ attention shows that SGD is better. SGD is used for <b>image classification</b> in all of our experiments 🚀.",
    ),
  ];
  const { value } = await extract(papers);
  checkContract(papers, value);
  const terms = named(value, 0, papers);
  for (const { name, mentions } of terms) {
    for (const text of [name, ...mentions.map((mention) => mention.text)])
      expect(decodeAccents(text)).not.toMatch(/[\\${}<>^🚀]|^ahler|^echet|foo2020|^em |^enyi|^b$/u);
  }
  expect(terms.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "graph neural networks",
      "Kähler manifolds",
      "stochastic gradient descent",
      "logistic regression",
      "Fréchet inception distance",
    ]),
  );
  const sgd = value.terms.find(({ term }) => term === "stochastic gradient descent");
  expect(sgd?.aliases.map(({ text }) => text)).toEqual(["SGD"]);
});

test("terms that share their short form have different names", async () => {
  const tail = "AL lowers cost. In our experiments, AL is better than AL without noise, and AL is fast. AL scales.";
  const papers = [
    paper("p", "AL for parsing", `We study active learning (AL) for dependency parsing. ${tail}`),
    paper("q", "AL for vision", `We study adversarial learning (AL) for image classification. ${tail}`),
    paper("r", "AL for speech", `We study active learning (AL) for speech recognition. ${tail}`),
  ];
  const { value } = await extract(papers);
  checkContract(papers, value);
  const sharers = value.terms.filter(({ term, aliases }) => [term, ...aliases.map(({ text }) => text)].includes("AL"));
  expect(sharers.map(({ term }) => term)).toEqual(["AL (active learning)", "AL (adversarial learning)"]);
  expect(sharers[1]?.aliases.map(({ text, rule }) => [text, rule])).toContainEqual(["AL", "abbreviation"]);
});

test("any text keeps the contract", async () => {
  const word = fc.oneof(
    fc.constantFrom("we", "propose", "Graph-Net", "(GN)", "deep", "learning", "$x$", "e.g.", "10%", "–", "\n", "è"),
    fc.string({ maxLength: 8 }),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  await fc.assert(
    fc.asyncProperty(text, text, async (title, abstract) => {
      const papers = [paper("f", title, abstract)];
      checkContract(papers, (await extract(papers)).value);
    }),
    { numRuns: 60, seed: 7 },
  );
});
