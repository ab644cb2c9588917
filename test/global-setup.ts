/**
 * Before a run: names the folder of the sample's builds after all that goes into them, so that a build is used until
 * something of it changes. Builds are made by the first test that asks (`sample.ts`).
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly sampleBuilds: string;
  }
}

const ROOT = join(import.meta.dirname, "..");
const CACHE = join(ROOT, "node_modules/.cache/paperweave/sample");
/** What a build is made by and from; `src/dev` and the tests are no part of it. */
const PARTS = ["src", "dist/web/index.html", "package.json", "package-lock.json"];

export default function setup(project: TestProject): void {
  const hash = createHash("sha256");
  for (const part of PARTS) {
    for (const file of filesBelow(part)) hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  const key = hash.digest("hex").slice(0, 16);
  for (const old of existsSync(CACHE) ? readdirSync(CACHE) : [])
    if (!old.startsWith(key)) rmSync(join(CACHE, old), { recursive: true, force: true });
  rmSync(join(ROOT, "node_modules/.cache/paperweave/user-cache"), { recursive: true, force: true });
  project.provide("sampleBuilds", join(CACHE, key));
}

/** A file itself, or the files of a folder and of those below it. */
function filesBelow(path: string): string[] {
  const info = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!info) return [];
  if (!info.isDirectory()) return [path];
  const names = readdirSync(join(ROOT, path)).sort();
  return names
    .filter((name) => join(path, name) !== join("src", "dev"))
    .flatMap((name) => filesBelow(join(path, name)));
}
