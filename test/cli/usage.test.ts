/**
 * Wrong use is told with what to do instead; help is made from the lists.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { SETTINGS } from "../../src/config.ts";
import { questionsHelp } from "../../src/cli/query-help.ts";
import { formatsHelp } from "../../src/read/readers.ts";
import { FORMATS } from "../../src/export/formats.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave } from "./paperweave.ts";

const dir = temporaryFolder();
const sample = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

describe("wrong use", () => {
  const cases: readonly [what: string, args: string[], says: RegExp][] = [
    ["no command", [], /no command given/],
    ["an unknown option", ["build", "x", "--colour"], /unknown option '--colour'/],
    ["a missing file", ["import", "gone.txt"], /gone\.txt: no such file/],
    ["an empty name", ["build", "x", "-o", ""], /--output takes a name, not nothing/],
    ["an empty name of a file", ["import", "x", "--report="], /--report takes a name, not nothing/],
    ["a bad number", ["build", "x", "--seed", "one"], /--seed takes a whole number/],
    ["no number", ["build", "x", "--resolution", ""], /--resolution takes a number from 0.01 to 100, not ""/],
    ["a number too large", ["build", "x", "--workers", "65"], /--workers takes a whole number from 1 to 64/],
    ["a year out of range", ["import", "x", "--page-year", "25"], /--page-year takes .* 1900 to 2200/],
    ["a port out of range", ["view", ".", "--port", "65536"], /--port takes .* 0 to 65535/],
    ["an unknown format", ["export", ".", "--format", "pdf"], /unknown format "pdf"[\s\S]*graphml/],
    ["a folder that was never built", ["export", ".", "--format", "json"], /build a map first/],
    ["a missing settings file", ["build", "x", "--config", "gone.json"], /gone\.json: cannot be read/],
  ];
  it.each(cases)("%s ends with 2 and says what to do", async (_, args, says) => {
    const { code, out, err } = await paperweave(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });

  const settings: readonly [json: string, says: string][] = [
    ['{"graph": {"reslution": 2}}', 'unknown setting "graph.reslution"'],
    [
      '{"extract": {"leastProbability": 0.1}}',
      'unknown setting "extract.leastProbability"\n  it is called "extract.minProbability"',
    ],
    ['{"grph": {}}', 'unknown stage "grph"'],
    ['{"graph": {"resolution": -1}}', '"graph.resolution" takes a number from 0.01 to 100, not -1'],
    ['{"extract": {"termThreshold": 5}}', '"extract.termThreshold" takes a number from 0 to 1, not 5'],
    ['{"graph": {"seed": 1.5}}', '"graph.seed" takes a whole number from 0 to 2147483647, not 1.5'],
    ['{"ingest": {"dedupe": "no"}}', '"ingest.dedupe" takes true or false, not "no"'],
    ['{"ingest": null}', '"ingest" must be an object'],
    ["[]", "expected an object of stages"],
  ];
  it.each(settings)("a file of settings is named with what is wrong in it: %s", async (json, says) => {
    const path = file("settings.json", json);
    const { code, err } = await paperweave(["build", sample[0]!, "--config", path, "-o", join(dir, "unset")]);
    expect([code, err]).toEqual([2, expect.stringContaining(`${path}: ${says}`)]);
    expect(existsSync(join(dir, "unset"))).toBe(false);
  });

  it("an input without papers is named with file and line", async () => {
    const menu = file("menu.txt", "Home\nShop\nOpening hours\nContact\nRye\nWheat\n");
    const { code, err } = await paperweave(["build", menu, "-o", join(dir, "none")]);
    expect([code, err.includes(`${menu}:1`), existsSync(join(dir, "none", "graph.json"))]).toEqual([2, true, false]);
  });

  it("--version and --help end with 0", async () => {
    const version = await paperweave(["--version"]);
    expect(version.code).toBe(0);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { out } = await paperweave(["--help"]);
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it("help and the table of settings are made from the lists", async () => {
    for (const { id } of FORMATS) expect((await paperweave(["export", "--help"])).out).toContain(id);
    for (const command of ["build", "import"])
      expect((await paperweave([command, "--help"])).out).toContain(formatsHelp());
    expect((await paperweave(["query", "--help"])).out).toContain(questionsHelp());
    const table = (await paperweave(["settings"])).out;
    for (const [stage, settings] of Object.entries(SETTINGS))
      for (const name of [stage, ...Object.keys(settings)]) expect(table).toMatch(new RegExp(`^ *${name}\\b`, "m"));
    expect(JSON.parse((await paperweave(["settings", "--json"])).out)).toEqual(SETTINGS);
  });
});
