/**
 * Where the shared measuring data stands, for the suite that uses it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../../src/domain/source.ts";

export const SHARED = join(import.meta.dirname, "../../../shared");
export const hasShared = existsSync(join(SHARED, "seeds"));

if (!hasShared)
  console.log(
    "The folder ../shared is not there: its tests are skipped. They need the five real documents and the gold data.",
  );

export function seedSources(): Source[] {
  const dir = join(SHARED, "seeds");
  return readdirSync(dir)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(dir, file), "utf8") }));
}
