/**
 * What stands in a folder of outputs after a fault: one generation as a whole, or what is wrong.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenFile } from "../../../src/contract/run-record.ts";
import { settleOutputs } from "../../../src/io/outputs.ts";

interface Sealed {
  readonly generation?: string;
  readonly outputs: Readonly<Record<string, WrittenFile>>;
}

/** As the next command finds it, after it has tidied up. @returns undefined when all is well */
export async function faultIn(dir: string, generations?: readonly string[]): Promise<string | undefined> {
  await settleOutputs(dir);
  const left = readdirSync(dir).filter((name) => name.startsWith(".paperweave"));
  if (left.length > 0) return `left behind: ${left.join(", ")}`;
  const record = join(dir, "run.json");
  if (!existsSync(record)) return readdirSync(dir).length === 0 ? undefined : "files without a record";
  const { generation, outputs } = JSON.parse(readFileSync(record, "utf8")) as Sealed;
  if (generations && !generations.includes(generation ?? "")) return `generation ${generation ?? "none"}`;
  for (const [name, { sha256, bytes }] of Object.entries(outputs)) {
    if (!existsSync(join(dir, name))) return `${name} is missing`;
    const content = readFileSync(join(dir, name));
    if (content.length !== bytes) return `${name} has ${content.length} bytes for ${bytes}`;
    if (createHash("sha256").update(content).digest("hex") !== sha256) return `${name} is of another build`;
  }
  return undefined;
}
