/**
 * The local server under hostile requests: not a byte from outside of its table of files, nothing written without token and
 * origin, alive afterwards, in bounded memory, with all its descriptors given back.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync as renameOver,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleFolder } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { atATime, MAIN } from "../processes.ts";
import { openTally, someOf, times } from "../tally.ts";
import { HOSTS, METHODS, ODD_PATHS, STRANGERS, traversals } from "./server-requests.ts";

const root = temporaryFolder();
const dir = join(root, "map");
const SECRET = "SECRET-OF-THE-NEIGHBOUR";
const MOST_MB = 150;
const tally = openTally("server");
let server: ChildProcess;
let port = 0;
let token = "";

beforeAll(async () => {
  cpSync(sampleFolder(), dir, { recursive: true });
  for (const path of ["secret.txt", "victim"]) writeFileSync(join(root, path), SECRET);
  mkdirSync(join(root, "map2"));
  writeFileSync(join(root, "map2/graph.json"), SECRET);
  symlinkSync("../secret.txt", join(dir, "edges-link"));
  server = spawn(process.execPath, [MAIN, "view", dir, "--no-open"], { stdio: ["ignore", "pipe", "ignore"] });
  const url = await new Promise<string>((resolve) => createInterface({ input: server.stdout! }).once("line", resolve));
  port = Number(new URL(url).port);
  token = /paperweave-token" content="(\w+)"/.exec((await ask("GET", "/")).body)![1]!;
}, 120_000);
afterAll(() => {
  server.kill();
});

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** The bytes as they are: `fetch` would tidy them up first. */
async function ask(
  method: string,
  path: string,
  headers: readonly string[] = [],
  body = "",
  host = `127.0.0.1:${port}`,
): Promise<Answer> {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers];
  if (body !== "") lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`));
    socket.on("data", (part: Buffer) => parts.push(part));
    socket.on("error", () => undefined);
    // A tunnel that nobody opens stays silent.
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("close", () => {
      const text = Buffer.concat(parts).toString("utf8");
      const end = text.indexOf("\r\n\r\n");
      const head = end < 0 ? text : text.slice(0, end);
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0),
        head,
        body: end < 0 ? "" : text.slice(end + 4),
      });
    });
  });
}

/** What an answer must not hold. */
function leaks({ status, head, body }: Answer, allowed: readonly number[]): string | undefined {
  if (body.includes(SECRET) || body.includes("root:x:")) return "a file from outside";
  if (/access-control-allow/i.test(head)) return "open to other origins";
  return allowed.includes(status) ? undefined : `status ${status}`;
}

const memoryOf = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const openFiles = (): number => readdirSync(`/proc/${server.pid}/fd`).length;

test("paths that lead out, and odd ones", async () => {
  const refused = [400, 403, 404, 405, 431];
  await atATime(8, someOf(traversals(), 60), async (path) =>
    tally.add("traversals", leaks(await ask("GET", path.replace(/ /g, "%20")), refused)),
  );
  await atATime(8, ODD_PATHS, async (path) => {
    const answer = await ask("GET", path);
    // A question mark or a fragment behind a known name is that file; nothing of it may come from outside.
    const isOwn = /^(?:\/graph\.json[?#]|\/api\/decisions$|\/run\.json$)/.test(path) || path === "";
    const fault = leaks(answer, isOwn ? [200, 400, 431] : refused);
    tally.add("odd paths", fault && `${JSON.stringify(path.slice(0, 80))}: ${fault}`);
  });
  tally.expectSurvived();
}, 300_000);

test("other hosts, methods and origins", async () => {
  for (const [i, host] of HOSTS.entries()) {
    const answer = await ask("GET", "/graph.json", [], "", host);
    tally.add("hosts", leaks(answer, i < 2 ? [200] : [400, 403, 431]));
  }
  for (const method of METHODS)
    for (const path of ["/", "/graph.json", "/decisions.tsv"]) {
      const answer = await ask(method, path, ["Origin: http://evil.example", "Access-Control-Request-Method: PUT"]);
      tally.add("methods", leaks(answer, [0, 400, 404, 405]));
    }
  for (const headers of STRANGERS)
    for (const [method, path] of [
      ["PUT", "/api/decisions"],
      ["POST", "/api/rebuild"],
    ] as const) {
      const given = headers.map((line) => line.replaceAll("TOKEN", token));
      tally.add("writes by strangers", leaks(await ask(method, path, given, "drop\tx\n"), [400, 403]));
    }
  expect(existsSync(join(dir, "decisions.tsv"))).toBe(false);
  const { head } = await ask("GET", "/");
  for (const wanted of [
    /content-security-policy: default-src 'none'.*frame-ancestors 'none'/i,
    /cache-control: no-store/i,
    /x-content-type-options: nosniff/i,
    /cross-origin-resource-policy: same-origin/i,
    /x-frame-options: deny/i,
    /referrer-policy: no-referrer/i,
  ])
    tally.add("headers of the page", wanted.test(head) ? undefined : String(wanted));
  tally.expectSurvived();
}, 300_000);

test("links in the folder", async () => {
  const own = [`X-Paperweave-Token: ${token}`];
  for (const name of ["edges.csv", "papers.csv"]) {
    cpSync(join(dir, name), join(root, name));
    spawnLink(name, "../secret.txt");
    tally.add("links that lead out", leaks(await ask("GET", `/${name}`), [404]));
  }
  spawnLink("decisions.tsv", "../secret.txt");
  tally.add("links that lead out", leaks(await ask("GET", "/api/decisions"), [0, 404, 500]));
  spawnLink("decisions.tsv.next", "../victim");
  for (const known of [[], ["If-Match: *"]]) {
    const answer = await ask("PUT", "/api/decisions", [...own, ...known], "drop\tx\n");
    tally.add("saving where a link stands", leaks(answer, [0, 412, 428, 500]));
  }
  rmSync(join(dir, "decisions.tsv"));
  tally.add("saving over a link", leaks(await ask("PUT", "/api/decisions", own, "drop\tx\n"), [200]));
  tally.add(
    "what links lead to is as it was",
    readFileSync(join(root, "victim"), "utf8") === SECRET && readFileSync(join(root, "secret.txt"), "utf8") === SECRET
      ? undefined
      : "overwritten",
  );
  tally.expectSurvived();

  function spawnLink(name: string, to: string): void {
    const path = join(dir, name);
    cpSync(join(root, "victim"), path, { force: true });
    symlinkSync(to, `${path}.link`);
    renameOver(`${path}.link`, path);
  }
}, 60_000);

test("parallel saves are all answered, and none undoes another unseen", async () => {
  const save = async (text: string, known?: string) =>
    ask(
      "PUT",
      "/api/decisions",
      [`X-Paperweave-Token: ${token}`, ...(known === undefined ? [] : [`If-Match: ${known}`])],
      text,
    );
  await save("drop\ta\n", "*");
  const unknown = await Promise.all(Array.from({ length: 5 }, async (_, i) => save(`drop\tc${i}\n`)));
  for (const { status } of unknown)
    tally.add("saves that name no text are refused", status === 428 ? undefined : `status ${status}`);
  const first = createHash("sha256").update("drop\ta\n").digest("hex");
  const answers = await Promise.all(
    Array.from({ length: times(20, 100) }, async (_, i) => save(`drop\tb${i}\n`, first)),
  );
  const taken = answers.filter(({ status }) => status === 200).length;
  for (const { status, body } of answers)
    tally.add("parallel saves answered", [200, 412].includes(status) ? undefined : `status ${status} ${body}`);
  tally.add("one of them is taken, the others are told", taken === 1 ? undefined : `${taken} taken`);
  tally.expectSurvived();
}, 60_000);

test("connections that leave, and that never ask", async () => {
  const before = openFiles();
  await atATime(10, Array.from({ length: times(60, 400) }), async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`GET /graph.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
        setTimeout(() => socket.destroy(), 5);
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
    });
  });
  await expect.poll(openFiles, { timeout: 30_000 }).toBeLessThan(before + 20);
  tally.count("aborted downloads that gave their file back", times(60, 400), times(60, 400));
  const sockets = await Promise.all(Array.from({ length: times(200, 1000) }, async () => slowSocket()));
  const answer = await ask("GET", "/graph.json");
  tally.add("answers beside slow sockets", answer.status === 200 ? undefined : `status ${answer.status}`);
  const memory = memoryOf();
  tally.count("slow sockets", sockets.length, sockets.length, `${Math.round(memory)} MB then`);
  for (const socket of sockets) socket.destroy();
  tally.add(`memory below ${MOST_MB} MB`, memory < MOST_MB ? undefined : `${memory} MB`);
  tally.add("alive at the end", (await ask("GET", "/")).status === 200 ? undefined : "no answer");
  tally.expectSurvived();
}, 300_000);

async function slowSocket(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("GET /graph.json HTTP/1.1\r\nHost: 127");
      resolve(socket);
    });
    socket.on("error", () => resolve(socket));
  });
}
