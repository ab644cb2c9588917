/**
 * The one place of the viewer's colours and typefaces. `web/vite.config.ts` makes the custom properties of the style
 * sheets from it (`--paper`, `--serif` …); the map's canvases read it as it is.
 */
import type { TermType } from "../../src/contract/graph-document.ts";

/** Carried in the page (`fonts/faces.ts`). */
export const OWN_FONTS = { sans: "Paperweave Sans", serif: "Paperweave Serif" } as const;

/** What stands behind them is for letters that they lack. */
export const FONTS = {
  sans: `'${OWN_FONTS.sans}', 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif`,
  serif: `'${OWN_FONTS.serif}', 'Source Serif 4', Georgia, 'Times New Roman', serif`,
} as const;

/** The one scale of sizes: notes, text, titles of papers, names of what is open. */
const TEXT_SIZES = {
  "text-small": "13px",
  text: "15px",
  "text-large": "18px",
  "text-title": "22px",
} as const;

/** `paper`, `ink` and the types of terms are `#rrggbb`: they are mixed with others on the canvas. */
interface Colors extends Readonly<Record<TermType, string>> {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  /** Text beside the point. */
  readonly soft: string;
  /** Borders. */
  readonly line: string;
  /** Behind what is under the mouse. */
  readonly wash: string;
  readonly accent: string;
  readonly shadow: string;
  /** Papers where colours tell types. */
  readonly "paper-mark": string;
}

/** Types in the hues of Okabe and Ito (2008). Shadows have no blur: without a graphics card that costs more than the card. */
export const LIGHT_COLORS: Colors = {
  paper: "#fbfaf6",
  card: "#ffffff",
  ink: "#1c2430",
  soft: "#545d6b",
  line: "rgb(28 36 48 / 0.13)",
  wash: "rgb(28 36 48 / 0.055)",
  accent: "#1f5fa8",
  shadow: "0 1px 0 rgb(28 36 48 / 0.07), 0 0 0 3px rgb(28 36 48 / 0.035)",
  "paper-mark": "#78808c",
  method: "#c9711c",
  task: "#1f8a68",
  dataset: "#7957c4",
  metric: "#c2408b",
  concept: "#2f74c7",
};

export const DARK_COLORS: Colors = {
  paper: "#10141b",
  card: "#191e27",
  ink: "#e8ecf2",
  soft: "#a4adbb",
  line: "rgb(232 236 242 / 0.14)",
  wash: "rgb(232 236 242 / 0.07)",
  accent: "#82b6f2",
  shadow: "0 1px 0 rgb(0 0 0 / 0.4), 0 0 0 3px rgb(0 0 0 / 0.25)",
  "paper-mark": "#888f9a",
  method: "#f0a050",
  task: "#4fc79d",
  dataset: "#b195f5",
  metric: "#f07fbd",
  concept: "#79b1f5",
};

/** No value is known, or no community. */
export const GREY = "#8a8f98";

/** The custom properties of both schemes as a style sheet. */
export function tokenSheet(): string {
  const rule = (selector: string, scheme: string, values: Readonly<Record<string, string>>) =>
    `${selector} {\n${Object.entries(values)
      .map(([name, value]) => `  --${name}: ${value};\n`)
      .join("")}  color-scheme: ${scheme};\n}\n`;
  const dark = { ...DARK_COLORS };
  return [
    rule(":root", "light", { ...LIGHT_COLORS, ...FONTS, ...TEXT_SIZES }),
    rule(':root[data-theme="dark"]', "dark", dark),
    // Until the script has set the reader's own choice.
    `@media (prefers-color-scheme: dark) {\n${rule(":root:not([data-theme])", "dark", dark)}}\n`,
  ].join("\n");
}
