import { expect, test } from "vitest";
import { read } from "./readable.ts";

const TEXTS: readonly [what: string, text: string, readable: string][] = [
  ["compounds", "Fe$_3$O$_4$, MoS$_{2}$, YBa$_2$Cu$_3$O$_{7-x}$", "Fe3O4, MoS2, YBa2Cu3O7-x"],
  [
    "compounds in one formula",
    "$\\mathrm{TiO_2}$, $\\rm SrTiO_3$, $\\mathrm{Al}_2\\mathrm{O}_3$",
    "TiO2, SrTiO3, Al2O3",
  ],
  ["ions and isotopes", "Ca$^{2+}$ and $^{13}$C, cm$^{-1}$", "Ca2+ and 13C, cm-1"],
  ["Greek letters in words", "$\\alpha$-helix, TNF-$\\alpha$, $\\Lambda$CDM, $\\mu$m", "α-helix, TNF-α, ΛCDM, μm"],
  ["Greek letters before what they tell apart", "$\\gamma$ rays, $\\beta$ decay", "γ rays, β decay"],
  [
    "letters in words",
    "$k$-means, $\\epsilon$-greedy, high-$T_c$, the $n$th, \\(p\\)-value",
    "k-means, ε-greedy, high-Tc, the nth, p-value",
  ],
  ["norms and tests", "$\\ell_1$ norm, $L^2$ space, $\\chi^2$ test", "ℓ1 norm, L2 space, χ2 test"],
  ["classes", "in $\\mathsf{coNP}$ and $\\text{PSPACE}$", "in coNP and PSPACE"],
  [
    "quantities stay formulas",
    "let $x$, $\\delta$, $n^2$, $R^d$ and $a+b$ be",
    "let $x$, $\\delta$, $n^2$, $R^d$ and $a+b$ be",
  ],
  ["powers of ten stay formulas", "10$^5$ and $O(n \\log n)$ steps", "10$^5$ and $O(n \\log n)$ steps"],
  ["money", "it costs $5 here and $6 there", "it costs $5 here and $6 there"],
  [
    "accents",
    'Schr\\"odinger, G\\"{o}del, {\\\'E}tale, Erd\\H{o}s, Fr\\\'echet, \\v{C}ech, na\\"{\\i}ve',
    "Schrödinger, Gödel, Étale, Erdős, Fréchet, Čech, naïve",
  ],
  ["letters by command", "\\O rsted, {\\ss}, Gr{\\o}bner", "Ørsted, ß, Grøbner"],
  ["around words", "\\emph{active learning} and {\\bf deep} \\textit{nets}", "active learning and deep nets"],
  ["around words in words", "\\textbf{\\emph{Graph} search}", "Graph search"],
  ["capitals kept", "{BERT} and {B}ayesian {P}etri nets, {0,1}-valued", "BERT and Bayesian Petri nets, {0,1}-valued"],
  [
    "dashes",
    "Navier--Stokes, noise---if any---and 1--2, --no-cache",
    "Navier–Stokes, noise—if any—and 1–2, --no-cache",
  ],
  ["ties", "Fig.~3, neural~network, ~100", "Fig. 3, neural network, ~100"],
  ["quotation marks", "``big'' data", "“big” data"],
  ["escapes", "C\\#, R\\&D, 5\\%, a\\,b, snake\\_case", "C#, R&D, 5%, a b, snake_case"],
  ["citations that are pointed to", "as here, cf.~\\cite{a}, and there, e.g., \\cite{b}.", "as here,, and there,."],
  ["citations", "as in~\\cite{a,b} and \\citep[p.~3]{c}.", "as in and."],
  ["chemistry", "\\ce{H2SO4} baths", "H2SO4 baths"],
  ["links", "\\href{https://x.org}{our code}", "our code"],
  ["unknown commands stay", "the \\foo{bar} macro", "the \\foo{bar} macro"],
];
test.each(TEXTS)("%s", (_, text, readable) => {
  expect(read(text)).toBe(readable);
});
