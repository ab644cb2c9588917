/**
 * Before a run: names what several suites build (the sample's maps, the viewer's page) after all that goes into it, so
 * that a build is used until something of it changes. The first test that asks makes it (`sample.ts`, `web/browser.ts`).
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly sampleBuilds: string;
    readonly viewerPage: string;
  }
}

const ROOT = join(import.meta.dirname, "..");
const CACHE = join(ROOT, "node_modules/.cache/paperweave");
const PACKAGES = ["package.json", "package-lock.json"];
/** What each is made by and from; `src/dev` and the tests are no part of it. */
const BUILDS = {
  sampleBuilds: { folder: "sample", parts: ["src", "dist/web/index.html", ...PACKAGES] },
  viewerPage: { folder: "page", parts: ["src", "web", ...PACKAGES] },
} as const;

export default function setup(project: TestProject): void {
  for (const [name, { folder, parts }] of Object.entries(BUILDS)) {
    const hash = createHash("sha256");
    for (const file of parts.flatMap(filesBelow)) hash.update(file).update(readFileSync(join(ROOT, file)));
    const key = hash.digest("hex").slice(0, 16);
    const cache = join(CACHE, folder);
    for (const old of existsSync(cache) ? readdirSync(cache) : [])
      if (!old.startsWith(key)) rmSync(join(cache, old), { recursive: true, force: true });
    project.provide(name as keyof typeof BUILDS, join(cache, key));
  }
  rmSync(join(CACHE, "user-cache"), { recursive: true, force: true });
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
