/**
 * Files that ship with the package: its version, the trained model, the built viewer page.
 */
import { readFile } from "node:fs/promises";
import { UsageError } from "../lib/errors.ts";

/** Both `src/io` and `dist/io` stand two levels below the package's root. */
const ROOT = new URL("../../", import.meta.url);

export async function readVersion(): Promise<string> {
  const text = await readFile(new URL("package.json", ROOT), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** A model file from `assets`, unpacked when it is gzipped. */
export async function readAsset(name: string): Promise<Uint8Array> {
  const bytes = await readFile(new URL(`../assets/${name}`, import.meta.url));
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // Loaded here: `--help` reads the version from this file and unpacks nothing.
  const { gunzipSync } = await import("node:zlib");
  return gunzipSync(bytes);
}

/** @throws UsageError when the viewer has not been built. */
export async function readViewerPage(): Promise<string> {
  return readPage("index.html");
}

/** The page that makes maps. @throws UsageError when it has not been built. */
export async function readMakerPage(): Promise<string> {
  return readPage("paperweave.html");
}

async function readPage(name: string): Promise<string> {
  try {
    return await readFile(new URL(`dist/web/${name}`, ROOT), "utf8");
  } catch (error) {
    throw new UsageError(`the page ${name} is missing`, "run `npm run build` once", { cause: error });
  }
}
