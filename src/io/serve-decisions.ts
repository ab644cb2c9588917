/**
 * What the served viewer may write: decisions.tsv of its folder, and a rebuild.
 *
 * Writing needs the session's token (which only the page served by us has) and our own origin, so that no other page in
 * the same browser can write.
 */
import { createHash, randomBytes } from "node:crypto";
import { lstat, open, rename, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { type Decision, readDecisions, writeDecision } from "../contract/decisions.ts";
import { DECISIONS_FILE, loadDecisions } from "./load-decisions.ts";
import { findRun, workingFolder } from "./load-run.ts";
import { readPlainFile } from "./plain-file.ts";
import { isMissing } from "./read-fault.ts";
import { decodeText } from "../unpack/text-decoder.ts";

/** Decisions of a lifetime fit; more is a mistake or an attack. */
const MAX_BYTES = 4 << 20;
const TOKEN_HEADER = "x-paperweave-token";

export interface DecisionsApiOptions {
  /** Secret of this session. */
  readonly token: string;
  /** What is wrong with a decisions text, a line each; none if it can be used. */
  readonly checkDecisions: (text: string) => readonly string[];
  /** Builds the folder again from its own inputs and settings. @throws Error with a message for the user. */
  readonly rebuild: (onProgress: (step: string, done: number, total: number) => void) => Promise<void>;
}

export type ApiHandler = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

/** Answers every path under `/api/`. */
export function decisionsApi(
  dir: string,
  options: DecisionsApiOptions,
  headers: Readonly<Record<string, string>>,
): ApiHandler {
  const file = join(dir, DECISIONS_FILE);
  let rebuilding = false;
  let saving: Promise<unknown> = Promise.resolve();
  const answer = (response: ServerResponse, status: number, value: unknown): void => {
    response
      .writeHead(status, { ...headers, "Content-Type": "application/json; charset=utf-8" })
      .end(`${JSON.stringify(value)}\n`);
  };
  const mayWrite = (request: IncomingMessage): boolean => {
    const origin = request.headers.origin;
    const own = origin === undefined || origin === `http://${request.headers.host ?? ""}`;
    return own && request.headers[TOKEN_HEADER] === options.token;
  };

  return async (request, response, path) => {
    if (path === "/api/decisions" && request.method === "GET") {
      answer(response, 200, await knownDecisions(dir, file));
      return;
    }
    if (!(
      (path === "/api/decisions" && request.method === "PUT") ||
      (path === "/api/rebuild" && request.method === "POST")
    )) {
      answer(response, 404, { error: "no such call" });
      return;
    }
    if (!mayWrite(request)) {
      answer(response, 403, { error: "writing needs the token of the served page; reload it" });
      return;
    }
    if (path === "/api/decisions") {
      const text = await readBody(request);
      // What was not read to its end would stand before the connection's next request.
      if (text === undefined) response.setHeader("Connection", "close");
      const faults = text === undefined ? ["too large"] : options.checkDecisions(text);
      if (text === undefined || faults.length > 0) {
        answer(response, 422, { error: "not written", faults });
        return;
      }
      const known = request.headers["if-match"];
      // One after the other: of two that know the same text the second is told of the first.
      const saved = saving.then(async () => save(file, text, known));
      saving = saved.catch(() => undefined);
      const { status, ...rest } = await saved;
      answer(response, status, rest);
      return;
    }
    if (rebuilding) {
      answer(response, 409, { error: "a rebuild is under way" });
      return;
    }
    rebuilding = true;
    response.writeHead(200, { ...headers, "Content-Type": "application/x-ndjson; charset=utf-8" });
    const say = (value: unknown): boolean => response.write(`${JSON.stringify(value)}\n`);
    try {
      await options.rebuild((step, done, total) => say({ step, done, total }));
      say({ finished: true });
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) });
    } finally {
      rebuilding = false;
      response.end();
    }
  };
}

/** The folder's own file, and the decisions of it that the map as it stands was built with. */
async function knownDecisions(dir: string, file: string): Promise<StandingText & { built: string; fault?: string }> {
  const standing = await standingText(file);
  try {
    const built = await builtDecisions(dir, readDecisions(standing.text).decisions);
    return { ...standing, built: built.map((line) => `${line}\n`).join("") };
  } catch (error) {
    return { ...standing, built: "", fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The file as it stands; its hash tells whether it still does. */
interface StandingText {
  readonly text: string;
  readonly hash: string;
}

async function standingText(file: string): Promise<StandingText> {
  const bytes = await readPlainFile(file, { links: false }).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  });
  return { text: decodeText(bytes), hash: hashOf(bytes) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

interface Saved extends StandingText {
  readonly status: 200 | 412 | 428;
  readonly error?: string;
}

/**
 * As HTTP has it for what must not be lost: whoever changes a text that stands says which one.
 *
 * @param known the request's `If-Match`: hash of the text that the change was made to
 * @returns what stands there now
 */
async function save(file: string, text: string, known: string | undefined): Promise<Saved> {
  const exists = await isThere(file);
  if (known !== undefined || exists) {
    const standing = await standingText(file);
    if (known === undefined) return { status: 428, error: "If-Match must name the text that is changed", ...standing };
    if (!matches(known, standing, exists))
      return { status: 412, error: "the file was changed by somebody else meanwhile", ...standing };
  }
  await writeWhole(file, text);
  return { status: 200, text, hash: hashOf(Buffer.from(text)) };
}

/** `*` is any text that stands; of several hashes, in quotes or not, one is enough. */
function matches(known: string, { hash }: StandingText, exists: boolean): boolean {
  if (known.trim() === "*") return exists;
  return known.split(",").some((one) => one.trim().replace(/^"(.*)"$/, "$1") === hash);
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

/** Without the lines of the other files that the map was built with: those stand there, and stay. */
async function builtDecisions(dir: string, own: readonly Decision[]): Promise<readonly string[]> {
  const record = await findRun(dir);
  if (!record) return [];
  const { files = [], lines } = record.decisions;
  const base = await workingFolder(dir, record);
  const others = await Promise.all(files.map(async (name) => otherDecisions(resolve(base, name))));
  const elsewhere = new Set(others.flat().map(writeDecision));
  for (const decision of own) elsewhere.delete(writeDecision(decision));
  return lines.filter((line) => !elsewhere.has(line));
}

/** None where the file is gone: a rebuild says so. */
async function otherDecisions(file: string): Promise<readonly Decision[]> {
  try {
    return (await loadDecisions(file)).decisions;
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The old file or the new one, never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  // A name that nobody can have laid a link under.
  const next = `${file}.${randomBytes(6).toString("hex")}.next`;
  try {
    const handle = await open(next, "wx");
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}
