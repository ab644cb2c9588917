/**
 * A folder for one test file, taken away afterwards.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "paperweave-"));
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}
