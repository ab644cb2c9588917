import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { serveFolder } from "../../src/io/serve.ts";
import { temporaryFolder } from "../temporary.ts";

const root = temporaryFolder();
const dir = join(root, "map");
mkdirSync(dir);
writeFileSync(join(dir, "graph.json"), '{"a":1}');
writeFileSync(join(root, "secret.txt"), "secret");
const { url, server } = await serveFolder(dir, "<p>page</p>", 0);
afterAll(() => {
  server.close();
});

/** A raw request: `fetch` would tidy the path up first. */
async function ask(
  path: string,
  method = "GET",
  host?: string,
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: "127.0.0.1", port, path, method, headers: host === undefined ? {} : { host } },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      },
    );
    asked.on("error", reject).end();
  });
}

describe("the local server", () => {
  it("gives the page and the built files", async () => {
    expect(await ask("/")).toMatchObject({ status: 200, body: "<p>page</p>" });
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

  it("takes no other methods", async () => {
    expect((await ask("/graph.json", "POST")).status).toBe(405);
  });
});
