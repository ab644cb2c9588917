/**
 * Every check but the tests, once: `npm run check`, `npm run check:quick` and CI read this list. Commands are the
 * project's own tools.
 */
export const CACHE = "node_modules/.cache/paperweave";
const PROJECT = ["package.json", "package-lock.json", "tsconfig.json"];
const CODE = /\.(ts|tsx|mjs|js)$/;

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {(paths: readonly string[]) => string[]} command for the given files and folders
 * @property {RegExp} [files] looks at files one by one, at those whose names fit; others look at the whole
 * @property {readonly string[]} [reads] files and folders that it depends on, where its tool keeps no cache: it is not
 *   run again while they are as they were when it passed
 * @property {boolean} [slow] left out of `check:quick`
 */

/** Longest first: checks run side by side. @type {readonly Check[]} */
export const CHECKS = [
  {
    name: "lint",
    files: CODE,
    command: (paths) => [
      ...["eslint", "-c", "test/eslint.config.js", "--max-warnings", "0", "--no-warn-ignored"],
      ...["--cache", "--cache-strategy", "content", "--cache-location", `${CACHE}/eslint`, ...paths],
    ],
  },
  { name: "types", command: () => ["tsc", "-b", "test"] },
  {
    name: "format",
    files: /./,
    command: (paths) => [
      ...["prettier", "--check", "--log-level", "warn", "--ignore-unknown"],
      ...["--cache", "--cache-strategy", "content", "--cache-location", `${CACHE}/prettier`, ...paths],
    ],
  },
  {
    name: "unused exports",
    slow: true,
    reads: ["src", "web", "test", ...PROJECT],
    command: () => ["knip", "--config", "test/knip.json"],
  },
  {
    name: "docs",
    slow: true,
    reads: ["src", "test/typedoc.json", ...PROJECT],
    command: () => ["typedoc", "--options", "test/typedoc.json", "--emit", "none"],
  },
];

/** The folders that are checked as a whole. */
export const FOLDERS = ["src", "web", "test"];
