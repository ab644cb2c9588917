import { expect, test } from "vitest";
import { isEnglish } from "../../../src/extract/text/language.ts";
import { tokenize } from "../../../src/extract/text/tokens.ts";

const PROSE = "We show that the new solver is faster than the old one on all of the graphs that we have tried so far.";
const GERMAN =
  "Wir zeigen, dass der neue Löser auf allen bisher untersuchten Graphen schneller arbeitet als der alte und dabei deutlich weniger Speicher braucht.";
const SPANISH =
  "Mostramos que el nuevo método es más rápido que el anterior en todos los grafos estudiados hasta ahora y que necesita mucha menos memoria.";

const TEXTS: readonly [what: string, text: string, english: boolean][] = [
  ["prose", PROSE, true],
  ["German", `${GERMAN} ${GERMAN}`, false],
  ["Spanish", `${SPANISH} ${SPANISH}`, false],
  ["German in tags", `<p>${GERMAN}</p> ${GERMAN} <i>on the web</i>`, false],
  [
    "German with maths",
    `${GERMAN} ${GERMAN} $we = the + of + in + a + is$ \\cite{on the of and in a is we are}`,
    false,
  ],
  ["prose full of tags", PROSE.replace(/ /g, '</span> <span class="word wide tall" lang="x">'), true],
  ["prose full of commands", PROSE.replace(/(\w+)/g, "\\textcolor{$1}\\hspace\\relax\\foo\\bar\\baz\\qux\\quux"), true],
  ["prose full of keys", PROSE.replace(/ /g, " \\cite{alpha, beta, gamma, delta, epsilon, zeta, eta, theta} "), true],
  ["a short title", "Neural parsing", true],
  ["a short title in Cyrillic", "Нейронные сети для разбора текста", false],
];

test.each(TEXTS)("%s", (_, text, english) => {
  expect(isEnglish(tokenize(text), tokenize(""))).toBe(english);
});
