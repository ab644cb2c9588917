/**
 * Letters are measured for the map: the page's own typefaces have to be there before.
 */
import { once } from "../data/once.ts";

/** They are in the page: this takes no network. Where one cannot be read, the reader's own stand in. */
export const loadFonts = once(async () => {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
});
