import { expect, it } from "vitest";
import { paperTermsOf } from "../../../src/domain/paper-terms.ts";
import { extractTerms } from "../../../src/extract/extract.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

const PAPERS = [
  paperOf(
    "a",
    "Computed tomography (CT) of the chest shows lung cancer early. We screen patients by computed tomography and ask their doctors.",
  ),
  paperOf("b", "We use computed tomography (CT) for lung cancer patients. Computed tomography needs little radiation."),
  paperOf(
    "c",
    "Conditional transport (CT) measures how far two distributions of a generative model are apart. We prove bounds on conditional transport.",
  ),
  paperOf(
    "c2",
    "Few-shot classifiers learn by conditional transport (CT) between prototypes and features. Conditional transport is a cost.",
  ),
  paperOf("d", "Lung cancer is found by a neural network in CT images of patients. Its doctors read CT at night."),
];

it("a place is read as its paper is about, gives an empty compound up, and overlaps nothing", async () => {
  const { value } = await extractTerms(PAPERS, await loadResources());
  const places = (paper: number) =>
    paperTermsOf(value.paperTerms, paper, PAPERS[paper]!).flatMap(({ term, mentions }) =>
      mentions.map(({ text, start, end }) => ({ term: value.terms[term]!.term, text, start, end })),
    );
  const ofScan = places(4).filter(({ text }) => text === "CT");
  expect(ofScan.map(({ term }) => term)).toEqual(["computed tomography", "computed tomography"]);
  const inOrder = places(4).sort((a, b) => a.start - b.start);
  inOrder.slice(1).forEach(({ start }, i) => expect(start).toBeGreaterThanOrEqual(inOrder[i]!.end));
});
