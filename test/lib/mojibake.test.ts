import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairMojibake, windows1252 } from "../../src/lib/mojibake.ts";

/** Text as it looks after its UTF-8 was taken for Windows-1252. */
const spoilt = (text: string): string => [...Buffer.from(text, "utf8")].map(windows1252).join("");

describe("text that was encoded twice", () => {
  it.each(["Fréchet mean", "• 5 authors", "·", "β-VAE — “quoted”", "naïve café", "Größe 5 °C", "µ ≤ 3"])(
    "%s",
    (text) => {
      expect(repairMojibake(spoilt(text))).toBe(text);
      expect(repairMojibake(spoilt(spoilt(text)))).toBe(text);
    },
  );

  it.each([
    "plain",
    "Fréchet",
    "“naïve” café",
    "Ã la carte",
    "«CAFÉ» …",
    "MÜNCHEN’S",
    "5 °C ± 2 µm",
    "Å and Ä",
    "SÃO PAULO",
    "",
  ])("is not seen in %s", (text) => {
    expect(repairMojibake(text)).toBeUndefined();
  });

  it("is found again for any text of a European language", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abc ÀÉîöñçßœ…’“”–αβγДж"), maxLength: 40 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(repairMojibake(spoilt(text)) ?? text).toBe(text);
      }),
      { seed: 3 },
    );
  });
});
