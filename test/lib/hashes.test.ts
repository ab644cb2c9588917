/** Checksums of our own beside those of Node. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { gzipSync } from "fflate";
import fc from "fast-check";
import { expect, it } from "vitest";
import { base64Of, concatBytes } from "../../src/lib/bytes.ts";
import { crc32 } from "../../src/lib/crc32.ts";
import { Sha256, sha256Of } from "../../src/lib/sha256.ts";

const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });

it("SHA-256 is that of Node, however the bytes are cut", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const hash = new Sha256();
      for (const part of parts) hash.update(part);
      expect(hash.hex()).toBe(createHash("sha256").update(concatBytes(parts)).digest("hex"));
    }),
  );
  // Every length around the end of a block.
  for (let length = 50; length < 135; length++) {
    const text = "x".repeat(length);
    expect(sha256Of(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
  expect(sha256Of("Größe 字")).toBe(createHash("sha256").update("Größe 字").digest("hex"));
});

it("CRC-32 is the one that gzip writes", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const whole = concatBytes(parts);
      const packed = gzipSync(whole);
      expect(new Uint8Array(gunzipSync(packed))).toEqual(whole);
      const written = new DataView(packed.buffer, packed.byteOffset + packed.length - 8).getUint32(0, true);
      expect(parts.reduce((sum, part) => crc32(part, sum), 0)).toBe(written);
    }),
  );
});

it("base64 is the same with and without Node's own way", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919) >> 3);
  const own = globalThis.Buffer;
  try {
    for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000]) {
      const part = bytes.subarray(0, length);
      const expected = own.from(part).toString("base64");
      expect(base64Of(part)).toBe(expected);
      Reflect.deleteProperty(globalThis, "Buffer");
      const made = base64Of(part);
      globalThis.Buffer = own;
      expect(made).toBe(expected);
    }
  } finally {
    globalThis.Buffer = own;
  }
});
