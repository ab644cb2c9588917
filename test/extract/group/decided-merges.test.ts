import { beforeAll, describe, expect, it } from "vitest";
import { type Decision, readDecisions } from "../../../src/contract/decisions.ts";
import { extractTerms, type ExtractResources } from "../../../src/extract/extract.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { paperOf } from "../../papers.ts";

const PAPERS = [
  paperOf("a", "We propose TreeNet, a graph neural network. Active learning reduces the annotation cost."),
  paperOf("b", "We evaluate on CASP14 with the Fre\u0301chet Inception Distance. Machine translation is studied."),
];
let resources: ExtractResources;
beforeAll(async () => {
  resources = await loadResources();
});

const decided = async (text: string) => {
  const decisions: readonly Decision[] = readDecisions(text).decisions;
  const { value, problems, ledger } = await extractTerms(PAPERS, resources, undefined, { decisions });
  const formsOf = (name: string): string[] | undefined =>
    value.terms
      .find(({ term }) => term === name)
      ?.aliases.map(({ text }) => text)
      .sort();
  return {
    names: value.terms.map(({ term }) => term),
    formsOf,
    problems: problems.map(({ message }) => message),
    ledger,
  };
};

describe("merges that people decided", () => {
  it("lead to where their chain ends", async () => {
    const { names, formsOf, problems } = await decided("merge\tTreeNet\tCASP14\nmerge\tCASP14\tmachine translation\n");
    expect(formsOf("machine translation")).toEqual(expect.arrayContaining(["CASP14", "TreeNet"]));
    expect(names).not.toContain("CASP14");
    expect(problems).toEqual([]);
  });

  it("may lead through a form that no text has", async () => {
    const { formsOf, problems } = await decided(
      "merge\tTreeNet\tno such form\nmerge\tno such form\tmachine translation\n",
    );
    expect(formsOf("machine translation")).toEqual(expect.arrayContaining(["TreeNet"]));
    expect(problems).toEqual([]);
  });

  it("are told apart from the tool's in the ledger", async () => {
    const { ledger } = await decided("merge\tTreeNet\tCASP14\ndrop\tactive learning\n");
    expect(
      ledger.filter(({ by }) => by === "person").map(({ action, subject }) => [action, subject.toLowerCase()]),
    ).toEqual([
      ["merge", "treenet"],
      ["drop", "active learning"],
    ]);
  });
});

it.each(["drop\tFr\u00E9chet Inception Distance", "drop\tFre\u0301chet Inception Distance"])(
  "a letter with its accent is the same, composed or not: %j",
  async (text) => {
    const undecided = await decided("");
    expect(undecided.names.join("\n").normalize("NFC")).toContain("Fr\u00E9chet Inception Distance");
    const { names, problems } = await decided(text);
    expect(names.join("\n").normalize("NFC")).not.toContain("Fr\u00E9chet");
    expect(problems).toEqual([]);
  },
);
