/**
 * How long a file or folder has stood untouched, by the clock: for what runs that cannot be asked have left. No output
 * depends on it.
 */
import { stat } from "node:fs/promises";
import { SYSTEM_CLOCK } from "./clock.ts";

/** False where nothing stands there. @param ms milliseconds */
export async function isUntouchedFor(path: string, ms: number): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && SYSTEM_CLOCK.now() - info.mtimeMs > ms;
}
