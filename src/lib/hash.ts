/**
 * Small stable hashes for ids and buckets (not for security).
 */

/** FNV-1a, 64 bits as 16 hex digits, over the UTF-16 units of `text`. */
export function hash64(text: string): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    // (high:low) *= 0x100000001b3, in 16-bit limbs to stay exact.
    const l0 = (low & 0xffff) * 0x1b3;
    const l1 = (low >>> 16) * 0x1b3 + (l0 >>> 16);
    const h = high * 0x1b3 + low * 0x100 + Math.floor(l1 / 0x10000);
    low = ((l1 & 0xffff) << 16) | (l0 & 0xffff);
    high = h | 0;
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, "0");
  return hex(high) + hex(low);
}

/** The finaliser of MurmurHash3 (Appleby 2011): a change of one bit changes half of all bits. @returns 32 bits, signed. */
export function scatterBits(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** FNV-1a over UTF-16 units with Murmur3's finaliser. @returns 32 bits, unsigned. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scatterBits(h) >>> 0;
}
