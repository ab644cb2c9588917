import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { englishOf } from "./english.ts";

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
  ["names with particles", "Van der Waals forces and the de Broglie wavelength of la Niña", true],
  ["names of species", "Cirsium arvense, Euphorbia esula, Linaria dalmatica, Bromus tectorum", true],
  ["nothing", "", true],
];
test.each(TEXTS)("%s", (_, text, english) => {
  expect(englishOf(text).english).toBe(english);
  expect(englishOf("", text).english).toBe(english);
});

/** Lines of a file beside this one: of other languages their code, a tab and the text. */
const lines = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, "languages", name), "utf8")
    .trim()
    .split("\n");

/**
 * Short texts in twenty languages: titles, prose, telegram style, keywords, formulas. While the gate was written only
 * `dev` was looked at. Right are 158 of 160 there, and 159 of 160 of `held`; what is wrong are keywords.
 */
describe.each([
  ["dev", 2],
  ["held", 1],
] as const)("of short texts, %s", (half, mayBeWrong) => {
  it("refuse none in English, nor a sentence of it", () => {
    for (const text of lines(`english-${half}.txt`)) {
      for (const { english, others } of [englishOf(text), englishOf("", text)])
        expect({ text, english, others }).toEqual({ text, english: true, others: 0 });
    }
  });

  it("take hardly any in another language", () => {
    const taken = lines(`others-${half}.txt`).filter((line) => englishOf("", line.split("\t")[1]).english);
    expect(taken.length).toBeLessThanOrEqual(mayBeWrong);
    expect(taken.filter((line) => !line.includes(";"))).toEqual([]);
  });
});

const BILINGUAL: readonly [what: string, title: string, abstract: string, sentences: readonly string[]][] = [
  [
    "Spanish, then English",
    "Efecto del riego en la producción de tomate",
    "Se estudió el efecto del riego en la producción de tomate durante dos años. We study drip irrigation of tomato over two years.",
    ["We study drip irrigation of tomato over two years."],
  ],
  [
    "Spanish of words that English knows, too, then English",
    "Blanqueamiento de corales",
    "Se estudió el blanqueamiento de corales en el Caribe. Los corales perdieron sus algas. Coral bleaching was studied in the Caribbean.",
    ["Coral bleaching was studied in the Caribbean."],
  ],
  [
    "English, then Portuguese",
    "Tomato yield",
    "We study drip irrigation of tomato over two years. Estudamos a irrigação do tomate durante dois anos e não houve diferença entre as doses.",
    ["Tomato yield", "We study drip irrigation of tomato over two years."],
  ],
  [
    "German title",
    "Bewässerung von Tomaten mit dem Roboter",
    "A mobile robot waters tomatoes and we measure the yield.",
    ["A mobile robot waters tomatoes and we measure the yield."],
  ],
  [
    "Chinese, then English",
    "番茄滴灌",
    "本文研究了番茄的滴灌产量。结果表明产量提高。 We study tomato yield with drip irrigation.",
    ["We study tomato yield with drip irrigation."],
  ],
  [
    "Russian, then English",
    "Урожай томатов при поливе",
    "В работе изучен урожай томатов при капельном поливе. We study tomato yield with drip irrigation.",
    ["We study tomato yield with drip irrigation."],
  ],
  [
    "English title of a French text",
    "Tomato yield under drip irrigation",
    "Nous étudions le rendement de la tomate dans les serres. Les résultats sont bons pour toutes les variétés.",
    ["Tomato yield under drip irrigation"],
  ],
  [
    "Chinese without a blank before the English",
    "Tomato yield under drip irrigation",
    "本文研究了番茄的滴灌产量。结果表明产量提高。We study tomato yield with drip irrigation.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "English, then Japanese",
    "Tomato yield under drip irrigation",
    "We study tomato yield with drip irrigation. 本研究ではトマトの収量を調べた。",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "English, then Korean",
    "Tomato yield under drip irrigation",
    "We study tomato yield with drip irrigation. 이 연구는 토마토의 수확량을 조사하였다. 결과는 매우 좋았다.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "Arabic, then English",
    "Tomato yield under drip irrigation",
    "درسنا إنتاج الطماطم تحت الري بالتنقيط لمدة عامين. We study tomato yield with drip irrigation.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "Polish, then English",
    "Tomato yield under drip irrigation",
    "Celem pracy była ocena plonowania pomidora przy nawadnianiu. We study tomato yield with drip irrigation.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "Indonesian, then English",
    "Tomato yield under drip irrigation",
    "Penelitian ini bertujuan untuk mengetahui pengaruh irigasi terhadap hasil tomat. We study tomato yield with drip irrigation.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "English, then Italian",
    "Tomato yield under drip irrigation",
    "We study tomato yield with drip irrigation. Abbiamo studiato la resa del pomodoro con irrigazione a goccia per due anni.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
  [
    "English, then Turkish",
    "Tomato yield under drip irrigation",
    "We study tomato yield with drip irrigation. Bu çalışmada damla sulama ile domates verimi iki yıl boyunca incelenmiştir.",
    ["Tomato yield under drip irrigation", "We study tomato yield with drip irrigation."],
  ],
];
test.each(BILINGUAL)("of two languages the English is read: %s", (_, title, abstract, sentences) => {
  expect(englishOf(title, abstract)).toMatchObject({ english: true, sentences });
});
