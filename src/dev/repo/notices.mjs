/**
 * The licences of what is bundled into the viewer's page, which asks that they go along with it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const BUNDLED = [
  ...["sigma", "graphology", "graphology-utils", "events", "preact", "@preact/signals", "@preact/signals-core"],
  ...["kdbush", "d3-array", "d3-contour", "internmap", "fflate"],
  ...["@fontsource-variable/source-sans-3", "@fontsource-variable/source-serif-4"],
];

/** @param modules the folder of installed packages @throws when one of them has no licence text */
export function bundledNotices(modules) {
  const texts = BUNDLED.filter((name) => existsSync(join(modules, name))).map((name) => {
    const folder = join(modules, name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `map.html contains parts of these packages.\n\n${texts.join(`\n${"-".repeat(72)}\n\n`)}`;
}
