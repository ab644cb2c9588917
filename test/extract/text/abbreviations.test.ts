import { expect, test } from "vitest";
import { findAbbreviations, type TextRange } from "../../../src/extract/text/abbreviations.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";

/** Rules of their own, each with what it must leave alone. */
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
  // A bracket right behind the first one is another's.
  ["Random feature maps (RFM) (see Ito et al.) are fast.", ["RFM = Random feature maps"]],
  ["Tiny adapters (TA) [12] and slow adapters (SA) (12, 14).", ["TA = Tiny adapters", "SA = slow adapters"]],
  // A word of the closed class begins a long form only if every word gives a letter.
  ["Down syndrome (DS) and out of hospital care (OHC).", ["DS = Down syndrome", "OHC = out of hospital care"]],
  ["The Yet Another Parser (YAP) tool.", ["YAP = Yet Another Parser"]],
  ["We ask for the mean absolute error (MAE).", ["MAE = mean absolute error"]],
  // "and" gives no capital where "subacute" has the letter.
  ["Fasting and subacute hepatitis (SAH) were seen in smokers.", ["SAH = subacute hepatitis"]],
  ["A department of defence (DoD) report.", ["DoD = department of defence"]],
  // Brackets that are part of either form.
  ["The forced flow volume (FFV(1)) fell.", ["FFV(1) = forced flow volume"]],
  ["Films of poly(ethyl acrylate) (PEA) are soft.", ["PEA = poly(ethyl acrylate)"]],
  [
    "The gastric peptide (GP) receptor agonist (GPRA) works.",
    ["GP = gastric peptide", "GPRA = gastric peptide (GP) receptor agonist"],
  ],
  ["The calcium level ([Ca]i) rose at (30 mM [Ca]e).", ["[Ca]i = calcium level"].slice(1)],
  ["Large maps (LM)s and big maps (BM)x differ.", ["LM = Large maps"]],
  // What stands beside the short form in its bracket.
  ["Slow cooling (or SC) and fast heating (hereafter FH).", ["SC = Slow cooling", "FH = fast heating"]],
  ["Rats got lauryl peptide (LP 10 mg/kg) or a quick diet (QD1 5g).", ["LP = lauryl peptide", "QD1 = quick diet"]],
  ["The scores dropped (SD 2.1) a lot.", []],
  ["The lower pit (fossa minor; LP) is small.", ["LP = lower pit"]],
  ["Ischemia-reperfusion (I/R) harms.", ["I/R = Ischemia-reperfusion"]],
  ["A path of length (POL of G) and red blood (RB-) cells.", ["POL = path of length", "RB- = red blood"]],
  // Letters that sound or are written otherwise.
  ["17 beta-oestradiol (E2) and factor VIII gene (F8G).", ["E2 = 17 beta-oestradiol", "F8G = factor VIII gene"]],
  ["Explainable planning (XP) by a receiver (RX).", ["XP = Explainable planning", "RX = receiver"]],
  ["H2-receptor antagonists (H2RA) of hot H2-receptor antagonists.", ["H2RA = H2-receptor antagonists"]],
  ["The hot H3-blocking agent (H3BA).", ["H3BA = H3-blocking agent"]],
  ["A model for sOUnd ANalysis (SOUAN) is new.", ["SOUAN = sOUnd ANalysis"]],
  ["We infect O. novo-ulmi (ONU) and wait. New drugs (ND) help.", ["ONU = O. novo-ulmi", "ND = New drugs"]],
  ["Non-heavy thin metal (HTM) and anti-tumour toxin (TT).", ["HTM = heavy thin metal", "TT = tumour toxin"]],
  ["A non-uniform grid (NUG).", ["NUG = non-uniform grid"]],
  ["Injected rp (recombinant peptide) as seen (after surgery).", ["rp = recombinant peptide"]],
  ["The second gene SODX1, another gene SODX2 (SODX2).", []],
  // Without brackets.
  ["FARM: Fast Adaptive Road Mapping. It works.", ["FARM = Fast Adaptive Road Mapping"]],
  ["We use linear graph smoothing, or LGS, here.", ["LGS = linear graph smoothing"]],
  ["MP stands for mean pooling and XY for what follows.", ["MP = mean pooling"]],
  ["Here DA = direct ascent, and MP is a map.", ["DA = direct ascent"]],
  ["All sleep on the GPU. Given private users wait.", []],
  ["MP maps pictures.", []],
];

test.each(CASES)("pairs in %j", (text, pairs) => {
  const tokens = tokenize(text);
  const part = ({ start, end }: TextRange) => text.slice(start, end);
  expect(findAbbreviations(tokens).map(({ shortText, longText }) => `${part(shortText)} = ${part(longText)}`)).toEqual(
    pairs,
  );
});
