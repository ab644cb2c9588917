/**
 * The page's typefaces, cut down to the letters and weights that it writes, as a style sheet that carries them: every system
 * draws the same map. Other letters come from the reader's own fonts.
 *
 * Made while the page is built. The licence keeps the name "Source" for the whole fonts, so parts of them have names of ours.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import { OWN_FONTS } from "../tokens.ts";

interface Face {
  readonly family: string;
  readonly style: "normal" | "italic";
  /** One weight, or the lightest and the heaviest. */
  readonly weight: readonly [number] | readonly [number, number];
  readonly file: string;
}

/** Upright serif is for names and headings, slanted for titles and quotations; the rest is sans. */
const FACES: readonly Face[] = [
  {
    family: OWN_FONTS.sans,
    style: "normal",
    weight: [400, 600],
    file: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  },
  {
    family: OWN_FONTS.serif,
    style: "normal",
    weight: [600],
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  },
  {
    family: OWN_FONTS.serif,
    style: "italic",
    weight: [400],
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  },
];

/** ASCII, the accents of names in Europe's larger languages, and the signs of the page. */
const LETTERS = [
  String.fromCharCode(...Array.from({ length: 0x5f }, (_, i) => 0x20 + i)),
  "ÀÁÄÅÇÉÈÍÑÓÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøúûüý",
  "\u00a0–—‘’“”…·×°±−→",
].join("");

/** Of the typeface, what the page uses: pairs of letters moved together, figures of one width. */
const FEATURES = ["kern", "tnum"];

export async function fontSheet(): Promise<string> {
  const rules = await Promise.all(FACES.map(faceRule));
  return rules.join("");
}

async function faceRule({ family, style, weight, file }: Face): Promise<string> {
  const whole = readFileSync(createRequire(import.meta.url).resolve(file));
  const [min, max = min] = weight;
  const part = await subsetFont(whole, LETTERS, {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    noHinting: true,
    variationAxes: { wght: min === max ? min : { min, max } },
  });
  const source = `url(data:font/woff2;base64,${part.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight.join(" ")};src:${source}}\n`;
}
