import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/**
 * `PAPERWEAVE_SUITE`: `shared` runs the suite over the shared fixtures, `quick` the project's own without those that
 * drive a browser, a cluster or the built command to its end, anything else the project's own.
 */
const suite = process.env["PAPERWEAVE_SUITE"];
const root = fileURLToPath(new URL("../", import.meta.url));
const inBrowser = readdirSync(join(root, "test/web"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => `test/web/${name.replaceAll("\\", "/")}`)
  .filter((file) => /from "\.\.?\/browser\.ts"/.test(readFileSync(join(root, file), "utf8")));
const slow = [...inBrowser, "test/recipes/**/*.test.ts", "test/tiers/**/*.test.ts"];

const project = (
  name: string,
  test: { include: string[]; exclude?: string[]; isolate?: boolean },
): TestProjectInlineConfiguration => ({ extends: true, test: { name, ...test } });
/** Files of one worker share what they import, a third of the processor time; what starts browsers and kills commands is kept apart. */
const quickly = project("quick", {
  include: ["test/**/*.test.ts"],
  exclude: ["test/shared/**", ...slow],
  isolate: false,
});

export default defineConfig({
  root,
  test: {
    projects:
      suite === "shared"
        ? [project("shared", { include: ["test/shared/**/*.test.ts"] })]
        : suite === "quick"
          ? [quickly]
          : [project("slow", { include: slow }), quickly],
    globalSetup: ["test/global-setup.ts"],
    // The cache of users is not ours to fill; emptied before every run by the global set-up.
    env: { XDG_CACHE_HOME: join(root, "node_modules/.cache/paperweave/user-cache") },
    // Browsers on a busy machine: nothing here says how fast anything is.
    testTimeout: 600_000,
    // A test whose loop never runs has asked nothing.
    expect: { poll: { timeout: 20_000 }, requireAssertions: true },
    hookTimeout: 600_000,
    // Two cores: more workers only make the browser tests slower.
    maxWorkers: 2,
    reporters: ["default", "./test/count-reporter.ts"],
  },
});
