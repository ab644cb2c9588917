/**
 * Unpacks what `packText` packed, on whatever thread this runs.
 */

/** Undefined where it breaks off or is of another kind. */
export async function unpackHere(packed: string): Promise<string | undefined> {
  try {
    const packedBytes = new Blob([bytesOf(packed)]).stream();
    return await new Response(packedBytes.pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
