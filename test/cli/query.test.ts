/**
 * The commands that ask built folders.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SAMPLE_FILES, SAMPLE_FOLDER, sampleFolder } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave, type Outcome } from "./paperweave.ts";

const dir = temporaryFolder();
const sample = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));

describe("paperweave query and diff", () => {
  const built = sampleFolder();
  const ask = async (...words: string[]): Promise<Outcome> => paperweave(["query", built, ...words]);

  it("searches by typed expressions", async () => {
    const { out } = await ask("search", "method:GraphSAGE AND NOT title:inductive", "--json");
    const found = JSON.parse(out) as { title: string }[];
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ title }) => title).join("\n")).not.toMatch(/inductive/i);
    expect(await ask("search", 'method:"GraphSAGE')).toMatchObject({ code: 2 });
  });

  it("finds similar papers with the reason, and a path with its papers", async () => {
    expect((await ask("similar", "Mip-NeRF 360: Unbounded Anti-Aliased Neural Radiance Fields")).out).toMatch(
      /\d\.\d{3} {2}.*NeRF.* both: .*/,
    );
    expect((await ask("path", "NeRF", "object detection")).out).toMatch(
      /^path 1\n {4}neural radiance field\n {6}\S.*\n[\s\S]*object detection/i,
    );
  });

  it.each([
    // The sample has none: it says so.
    ["gaps", 1],
    ["bridges", 4],
    ["trends", 4],
    ["abbreviations", 4],
  ])("answers %s as text and as JSON", async (question, lines) => {
    const { code, out } = await ask(question);
    expect([code, out.trim().split("\n").length >= lines]).toEqual([0, true]);
    expect(Object.keys(JSON.parse((await ask(question, "--json")).out) as object).length).toBeGreaterThanOrEqual(
      lines > 1 ? 1 : 0,
    );
  });

  it("tells facts, tables and comparisons; a table as CSV, too", async () => {
    expect((await ask("facts", "NeRF")).out).toMatch(/neural radiance field/i);
    expect((await ask("table", "object detection")).out).toMatch(/^object detection: \d+ methods?, \d+ papers?\n/);
    expect((await ask("table", "object detection", "--csv")).out).toMatch(/^method,relation,other,value,/);
    expect(await ask("compare", "LoRA", "NeRF")).toMatchObject({ code: 0 });
    expect((await ask("facts", "NeRF", "--csv")).err).toContain("has no table");
    expect((await ask("uses", "bread baking")).err).toContain('no community "bread baking"');
  });

  it("names what it does not know", async () => {
    expect((await ask("path", "NeRF", "bread baking")).err).toContain('no term "bread baking"');
    expect((await ask("weather")).err).toMatch(/questions: gaps, bridges/);
    expect((await ask("path", "NeRF")).err).toMatch(/"path" takes <term> <term>/);
  });

  it("suggests the most reproducible resolution", async () => {
    const { code, out } = await paperweave(["sweep", ...sample, "--json"]);
    const trials = JSON.parse(out) as {
      resolution: number;
      stability: number;
      communities: number;
      suggested: boolean;
    }[];
    const most = Math.max(...trials.filter(({ communities }) => communities > 1).map(({ stability }) => stability));
    expect([code, trials.filter(({ suggested }) => suggested).map(({ stability }) => stability)]).toEqual([0, [most]]);
  });

  it("tells two builds apart, and why", async () => {
    const other = join(dir, "asked-again");
    await paperweave(["build", sample[0]!, "-o", other, "--seed", "7"]);
    const { out } = await paperweave(["diff", other, built]);
    expect(out).toMatch(/^cause +other papers; other settings \(graph\.seed\)/);
    expect(out).toMatch(/papers +\+40 −0/);
    expect((await paperweave(["diff", built, built])).out).toMatch(/^cause +none/);
  });
});
