import { expect, it } from "vitest";
import { DEFAULT_GRAPH_CONFIG } from "../../../src/graph/config.ts";
import { paperTermRows } from "../../../src/domain/paper-terms.ts";
import { suggestResolution } from "../../../src/graph/communities/suggest-resolution.ts";
import { topicCorpus } from "../corpus-maker.ts";

it("suggests one resolution, and one that shows the three subjects", async () => {
  const { papers, extraction } = topicCorpus(12);
  const trials = await suggestResolution(papers, extraction, DEFAULT_GRAPH_CONFIG, { resolutions: [0.01, 1, 4] });
  expect(trials.map(({ resolution }) => resolution)).toEqual([0.01, 1, 4]);
  const suggested = trials.filter((trial) => trial.suggested);
  expect(suggested.map(({ communities }) => communities)).toEqual([3]);
  const nothing = { terms: [], paperTerms: paperTermRows([]) };
  expect((await suggestResolution([], nothing, DEFAULT_GRAPH_CONFIG)).some((t) => t.suggested)).toBe(false);
});
