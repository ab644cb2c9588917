/**
 * The models out of the page: base64 of deflate.
 */
import { bytesOf } from "../../../src/export/map-numbers.ts";

/** By their file names. @throws Error where the page is damaged */
export async function unpackModels(packed: Readonly<Record<string, string>>): Promise<Map<string, Uint8Array>> {
  const models = new Map<string, Uint8Array>();
  for (const [name, letters] of Object.entries(packed)) models.set(name, await inflated(letters));
  return models;
}

/** Bytes that were deflated and written in base64. */
async function inflated(letters: string): Promise<Uint8Array> {
  const bytes = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}
