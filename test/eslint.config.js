import js from "@eslint/js";
import tseslint from "typescript-eslint";

const PURE = [
  "src/contract",
  "src/domain",
  "src/lib",
  "src/read",
  "src/dedupe",
  "src/fetch",
  "src/extract",
  "src/graph",
  "src/export",
  "src/query",
]
  .map((dir) => `${dir}/**/*.ts`)
  .concat("src/pipeline.ts", "src/ingest.ts", "src/config.ts");

/** Pure stages have no world: what they need is handed in. */
const WORLD = ["process", "console", "fetch", "setTimeout", "setInterval", "performance"].map((name) => ({
  name,
  message: "Stages are pure: take it as an argument, or do it in src/io or src/cli.",
}));

/** Ways by which a text becomes elements. */
const MARK_UP = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "createContextualFragment",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "srcdoc",
  "writeln",
];

export default tseslint.config(
  { ignores: ["dist/**", "output/**", "node_modules/**", "test/.tmp/**"] },
  {
    files: ["**/*.mjs", "**/*.js"],
    ...js.configs.recommended,
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      // The nearest tsconfig.json of every file; project references are followed to the sources.
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      "no-undef": "off",
      eqeqeq: "error",
      // `noUncheckedIndexedAccess` makes `!` the honest way to read a typed array inside its bounds.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Spreading a string gives its code points, which is what is wanted here.
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Take a seeded Random (src/lib/random.ts)." },
        { property: "localeCompare", message: "Order by code point (src/lib/order.ts)." },
        ...MARK_UP.map((property) => ({ property, message: "Text goes in as text." })),
      ],
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement",
          message: "Long lists overflow the stack as arguments: take append (src/lib/append.ts).",
        },
        {
          selector: "JSXAttribute[name.name=/^(dangerouslySetInnerHTML|innerHTML|srcdoc)$/i]",
          message: "Text goes in as text.",
        },
      ],
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-globals": ["error", ...WORLD, { name: "Date", message: "No clock in outputs." }],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*"], message: "Stages are pure: I/O belongs to src/io and src/cli." }] },
      ],
    },
  },
);
