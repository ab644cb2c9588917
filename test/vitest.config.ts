import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** `PAPERWEAVE_SUITE=shared` runs the suite over the shared fixtures; anything else the project's own. */
const shared = process.env["PAPERWEAVE_SUITE"] === "shared";

export default defineConfig({
  root: fileURLToPath(new URL("../", import.meta.url)),
  test: {
    include: shared ? ["test/shared/**/*.test.ts"] : ["test/**/*.test.ts"],
    exclude: shared ? [] : ["test/shared/**"],
    // Browsers on a busy machine: nothing here says how fast anything is.
    testTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
    // Two cores: more workers only make the browser tests slower.
    maxWorkers: 2,
    reporters: ["default", "./test/count-reporter.ts"],
  },
});
