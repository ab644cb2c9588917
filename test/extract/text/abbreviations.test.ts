import { expect, test } from "vitest";
import { findAbbreviations } from "../../../src/extract/text/abbreviations.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";

const CASES: readonly [text: string, pairs: readonly string[]][] = [
  ["We use Proximal Policy Optimization (PPO) here.", ["PPO = Proximal Policy Optimization"]],
  ["LoRA (Low-Rank Adaptation) is cheap.", ["LoRA = Low-Rank Adaptation"]],
  [
    "Graph neural networks (GNNs) and a mixture of experts (MoE).",
    ["GNNs = Graph neural networks", "MoE = mixture of experts"],
  ],
  ["Error correction (see Fig. 2) and results (e.g., ours) in (1).", []],
  ["Variational inference (VI) is used, and (II) is a number in (iii).", ["VI = Variational inference"]],
  ["Meshes (as used in the finite element method, FEM) vary.", ["FEM = finite element method"]],
  ["We propose PODS (the Predictable Outliers in Data Streams).", ["PODS = Predictable Outliers in Data Streams"]],
  ["A structured state space sequence (S4) model.", ["S4 = structured state space sequence"]],
  ["Perturbed Parameter Policy Optimization (3PO) helps.", ["3PO = Perturbed Parameter Policy Optimization"]],
  ["It works at millimeter wave (mmWave) bands.", ["mmWave = millimeter wave"]],
  ["PLC/visible light communication (VLC) is new.", ["VLC = visible light communication"]],
  ["The 1,3-phenylenediacetic acid (Ph) ligand.", ["Ph = 1,3-phenylenediacetic acid"]],
  ["Scores differ (SD = 9.5) by group (n < 5).", []],
  ["The nitric oxide (NO) level.", ["NO = nitric oxide"]],
  ["A simple balanced classifier (Balance) helps.", []],
  ["Prior work (Smith, 2019; Miller et al., 2020) differs.", []],
  [
    "Interferon gamma (IFN-γ) and interleukin-1 beta (IL-1β) rise.",
    ["IFN-γ = Interferon gamma", "IL-1β = interleukin-1 beta"],
  ],
  ["NF-κB (nuclear factor kappa B) is active.", ["NF-κB = nuclear factor kappa B"]],
  ["Tumour necrosis factor-α (TNF-alpha) falls.", ["TNF-alpha = Tumour necrosis factor-α"]],
  ["Transforming growth factor β1 (TGF-beta1) acts.", ["TGF-beta1 = Transforming growth factor β1"]],
  ["Amyloid beta (Aβ) and alpha-synuclein (α-syn).", ["Aβ = Amyloid beta", "α-syn = alpha-synuclein"]],
  ["Alpha smooth muscle actin (αSMA) is stained.", ["αSMA = Alpha smooth muscle actin"]],
  [
    "The interferon gamma gene (IFNG) and estrogen receptor alpha (ERα).",
    ["IFNG = interferon gamma gene", "ERα = estrogen receptor alpha"],
  ],
  ["In vitro fertilization (IVF) works.", ["IVF = In vitro fertilization"]],
  ["Fluorescence in situ hybridization (FISH) helps.", ["FISH = Fluorescence in situ hybridization"]],
  [
    "We study partial labels (noisy PLL) and Noisy Partial Label Learning (noisy PLL).",
    ["noisy PLL = Noisy Partial Label Learning"],
  ],
];

test.each(CASES)("pairs in %j", (text, pairs) => {
  const tokens = tokenize(text);
  const part = ([from, to]: readonly [number, number]) => text.slice(tokens.start[from], tokens.end[to - 1]);
  expect(findAbbreviations(tokens).map(({ short, long }) => `${part(short)} = ${part(long)}`)).toEqual(pairs);
});
