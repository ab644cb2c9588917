import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SCHEMA } from "../../src/contract/graph-document.ts";
import { type RunRecord, writeRunRecord } from "../../src/contract/run-record.ts";
import { serveFolder } from "../../src/io/serve.ts";
import { temporaryFolder } from "../temporary.ts";

const root = temporaryFolder();
const dir = join(root, "map");
mkdirSync(dir);
writeFileSync(join(dir, "graph.json"), '{"a":1}');
writeFileSync(join(root, "theirs.tsv"), "drop\tz\n");
const HASH = "0".repeat(64);
const RECORD: RunRecord = {
  tool: "paperweave",
  version: "1",
  schema: SCHEMA,
  settings: {},
  decisions: { sha256: HASH, lines: ["drop\ty", "drop\tz"], files: ["theirs.tsv"] },
  base: "..",
  inputs: [{ file: "papers.jsonl", sha256: HASH }],
  counts: { papers: 1 },
  outputs: {},
};
writeFileSync(join(dir, "run.json"), writeRunRecord(RECORD));
writeFileSync(join(root, "secret.txt"), "secret");
let rebuilds = 0;
/** What a rebuild waits for, and whether one does. */
let held: Promise<void> | undefined;
let waiting = false;
const { url, server } = await serveFolder(dir, "<head></head><p>page</p>", {
  port: 0,
  writing: {
    token: "secret-token",
    checkDecisions: (text) => (text.includes("bad") ? ["line 1: bad"] : []),
    rebuild: async (onProgress) => {
      waiting = held !== undefined;
      await held;
      if (++rebuilds > 1) throw new Error("out of ideas");
      onProgress("finding terms", 1, 2);
    },
  },
});
afterAll(() => {
  server.close();
});

/** A raw request: `fetch` would tidy the path up first. */
async function ask(
  path: string,
  method = "GET",
  host?: string,
  send: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, path, method, headers: { ...send.headers, ...(host !== undefined && { host }) } },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      },
    );
    asked.on("error", reject).end(send.body);
  });
}

describe("the local server", () => {
  it("gives the page and the built files", async () => {
    expect(await ask("/")).toMatchObject({ status: 200, body: expect.stringContaining("<p>page</p>") as string });
    expect(await ask("/graph.json?x")).toMatchObject({
      status: 200,
      body: '{"a":1}',
      headers: { "x-content-type-options": "nosniff" },
    });
    expect(await ask("/graph.json", "HEAD")).toMatchObject({ status: 200, body: "" });
    expect((await ask("/terms.csv")).status).toBe(404);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "//secret.txt",
    "/graph.json/../../secret.txt",
    "/.paperweave-next",
  ])("gives nothing else: %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it("answers to its own name only", async () => {
    expect((await ask("/graph.json", "GET", "evil.example")).status).toBe(403);
    expect((await ask("/graph.json", "GET", "localhost:1")).status).toBe(200);
  });

  it("listens to this machine only", () => {
    expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  });

  it("gives up on who takes long to ask, sooner than Node does", () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(60_000);
  });

  it("takes no other methods", async () => {
    expect((await ask("/graph.json", "POST")).status).toBe(405);
  });
});

describe("deciding in the served viewer", () => {
  const token = { "x-paperweave-token": "secret-token" };
  const put = async (headers: Readonly<Record<string, string>>, body: string) =>
    ask("/api/decisions", "PUT", undefined, { headers, body });

  it("the page carries the token", async () => {
    expect((await ask("/")).body).toContain('<meta name="paperweave-token" content="secret-token" />');
  });

  it("writes decisions.tsv with the token and our origin only", async () => {
    expect((await put({}, "drop\tx\n")).status).toBe(403);
    expect((await put({ ...token, origin: "http://evil.example" }, "drop\tx\n")).status).toBe(403);
    expect(existsSync(join(dir, "decisions.tsv"))).toBe(false);
    expect((await put(token, "drop\tx\n")).status).toBe(200);
    expect(readFileSync(join(dir, "decisions.tsv"), "utf8")).toBe("drop\tx\n");
    const hash = createHash("sha256").update("drop\tx\n").digest("hex");
    expect(JSON.parse((await ask("/api/decisions")).body)).toEqual({ text: "drop\tx\n", hash, built: "drop\ty\n" });
  });

  it("says when the record of the build cannot be read, and still gives the decisions", async () => {
    writeFileSync(join(dir, "run.json"), writeRunRecord(RECORD).replace('"lines": [', '"lines": [3,'));
    const { text, fault } = JSON.parse((await ask("/api/decisions")).body) as { text: string; fault: string };
    expect([text, fault]).toEqual([
      "drop\tx\n",
      expect.stringContaining("decisions.lines[0]: expected a string, got 3"),
    ]);
    writeFileSync(join(dir, "run.json"), writeRunRecord(RECORD));
  });

  it("reads the file as a spreadsheet saves it", async () => {
    writeFileSync(join(dir, "decisions.tsv"), Buffer.from("\uFEFFdrop\tx\r\n", "utf16le"));
    expect(JSON.parse((await ask("/api/decisions")).body)).toMatchObject({ text: "drop\tx\r\n" });
    await put({ ...token, "if-match": "*" }, "drop\tx\n");
  });

  it("changes a text that stands only for who names it", async () => {
    const of = (text: string): string => createHash("sha256").update(text).digest("hex");
    const stands = { text: "drop\tx\n", hash: of("drop\tx\n") };
    const refused = await put(token, "drop\tz\n");
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([428, stands]);
    for (const known of [of("drop\ty\n"), `"${of("")}"`, "", stands.hash.slice(1)]) {
      const late = await put({ ...token, "if-match": known }, "drop\tz\n");
      expect([late.status, JSON.parse(late.body)]).toMatchObject([412, stands]);
    }
    expect(readFileSync(join(dir, "decisions.tsv"), "utf8")).toBe(stands.text);
    for (const known of [stands.hash, `"${stands.hash}"`, `"${of("")}", "${stands.hash}"`, "*"])
      expect(await put({ ...token, "if-match": known }, stands.text)).toMatchObject({ status: 200 });
    rmSync(join(dir, "decisions.tsv"));
    expect((await put({ ...token, "if-match": "*" }, stands.text)).status).toBe(412);
    expect((await put({ ...token, "if-match": of("") }, stands.text)).status).toBe(200);
  });

  it("writes nothing that could not be read again", async () => {
    const refused = await put(token, "bad");
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([422, { faults: ["line 1: bad"] }]);
    expect(readFileSync(join(dir, "decisions.tsv"), "utf8")).toBe("drop\tx\n");
  });

  it("takes no more than decisions of a lifetime", async () => {
    const long = await put({ ...token, "if-match": "*" }, `drop\t${"x".repeat(5 << 20)}\n`);
    expect([long.status, JSON.parse(long.body)]).toMatchObject([422, { faults: ["too large"] }]);
    expect(readFileSync(join(dir, "decisions.tsv"), "utf8")).toBe("drop\tx\n");
  });

  it("rebuilds once at a time", async () => {
    const rebuild = async () => ask("/api/rebuild", "POST", undefined, { headers: token });
    let go: () => void = () => undefined;
    held = new Promise((resolve) => (go = resolve));
    const first = rebuild();
    await expect.poll(() => waiting).toBe(true);
    expect((await rebuild()).status).toBe(409);
    go();
    held = undefined;
    expect((await first).status).toBe(200);
    rebuilds = 0;
  });

  it("rebuilds with progress, and says so when that fails", async () => {
    const lines = async (): Promise<unknown[]> => {
      const { body } = await ask("/api/rebuild", "POST", undefined, { headers: token });
      return body
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
    };
    expect((await ask("/api/rebuild", "POST")).status).toBe(403);
    expect(await lines()).toEqual([{ step: "finding terms", done: 1, total: 2 }, { finished: true }]);
    expect(await lines()).toEqual([{ error: "out of ideas" }]);
    expect((await ask("/api/other", "POST", undefined, { headers: token })).status).toBe(404);
  });
});
