/**
 * Bytes joined and written as letters, in Node and in browsers.
 */

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Letters that are made of bytes at a time: more are no arguments of a call. */
const SLICE = 3 * 8192;

/** The bytes in base64. Node and new browsers do it by themselves, ten times as fast. */
export function base64Of(bytes: Uint8Array): string {
  if (typeof Buffer !== "undefined")
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  if ("toBase64" in bytes) return (bytes as NewBytes).toBase64();
  let letters = "";
  for (let at = 0; at < bytes.length; at += SLICE)
    letters += btoa(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  return letters;
}

interface NewBytes extends Uint8Array {
  readonly toBase64: () => string;
}
