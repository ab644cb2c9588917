/**
 * Unpacks what `packText` packed, on whatever thread this runs.
 */
import { bytesOf } from "../../src/export/map-numbers.ts";

/** Undefined where it breaks off or is of another kind. */
export async function unpackHere(packed: string): Promise<string | undefined> {
  try {
    const packedBytes = new Blob([bytesOf(packed)]).stream();
    return await new Response(packedBytes.pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    return undefined;
  }
}
