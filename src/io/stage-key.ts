/**
 * Keys of stages: what a stage gives is known by its code, its settings and its input.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { compareCodePoints } from "../lib/order.ts";
import { readAsset } from "./package-files.ts";

export interface StageIdentity {
  readonly name: string;
  /** Folders of its code, below `src` or `dist`; a change in them is another version. */
  readonly folders: readonly string[];
  /** Models and tables that it reads. */
  readonly assets: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Gives the key of an input, as 64 hexadecimal digits: equal only when code, models, settings and input are. */
export async function stageKeys({
  name,
  folders,
  assets,
  settings,
}: StageIdentity): Promise<(input: string) => string> {
  const identity = createHash("sha256").update(JSON.stringify([name, settings]));
  identity.update(await readFile(new URL("../../package.json", import.meta.url)));
  for (const folder of folders) await addCode(identity, new URL(`../${folder}/`, import.meta.url));
  for (const asset of assets) identity.update(await readAsset(asset));
  const stage = identity.digest("hex");
  return (input) => createHash("sha256").update(stage).update(input).digest("hex");
}

async function addCode(hash: { update(data: string | Uint8Array): unknown }, folder: URL): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(?:js|ts)$/u.test(name)).sort(compareCodePoints);
  for (const name of names) {
    hash.update(name);
    hash.update(await readFile(new URL(name, folder)));
  }
}
