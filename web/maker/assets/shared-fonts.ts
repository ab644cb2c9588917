/**
 * The viewer's page has the typefaces of the page that makes maps: these are carried once, in its own style sheet.
 */

const FONT = /url\(data:font\/woff2;base64,[^)]+\)/g;
/** In no page: a place for the font of a number. */
const placeOf = (font: number): string => `url(font:${font})`;

/** @param own page or style sheet with the fonts @throws when it lacks one of the viewer's */
export function takeOutFonts(viewer: string, own: string): string {
  const left = fontsOf(own).reduce((page, font, i) => page.replaceAll(font, placeOf(i)), viewer);
  if (fontsOf(left).length > 0) throw new Error("the viewer's page has a typeface of its own");
  return left;
}

/** @param own as it was when they were taken out */
export function putInFonts(viewer: string, own: string): string {
  return fontsOf(own).reduce((page, font, i) => page.replaceAll(placeOf(i), font), viewer);
}

function fontsOf(page: string): string[] {
  return [...new Set(page.match(FONT))];
}
