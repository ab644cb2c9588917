/**
 * Serves one built folder's map on 127.0.0.1: a fixed table of files, nothing else of the disk.
 *
 * Other `Host` headers are refused, so that a page elsewhere cannot reach the server by rebinding a name to 127.0.0.1.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { BUILT_FILES } from "../export/formats.ts";
import { openPlainFile } from "./plain-file.ts";
import { type ApiHandler, decisionsApi, type DecisionsApiOptions } from "./serve-decisions.ts";

const HOST = "127.0.0.1";
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-cache",
};

/** Whoever takes longer to ask holds a connection that others could have. Milliseconds. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000 };

interface ServedPage {
  readonly html: string;
  /** What the page itself asks to be held to. */
  readonly policy: string;
}

export interface Served {
  readonly url: string;
  readonly server: Server;
}

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  /** What the viewer may write; read-only if left out. */
  readonly writing?: DecisionsApiOptions;
}

/**
 * @param dir undefined: the page and nothing else.
 * @param page the viewer's page; it fetches `graph.json` itself, and finds the token for writing in a meta element.
 */
export async function serveFolder(dir: string | undefined, page: string, options: ServeOptions): Promise<Served> {
  const { writing } = options;
  const api = writing && dir !== undefined && decisionsApi(dir, writing, HEADERS);
  const token = `<meta name="paperweave-token" content="${writing?.token ?? ""}" />`;
  const html = writing ? page.replace("</head>", () => `${token}</head>`) : page;
  const served = { html, policy: policyOf(page) };
  const server = createServer(PATIENCE, (request, response) => {
    answer(dir, served, api || undefined, request, response).catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, HOST, resolve);
  });
  const address = server.address() as AddressInfo;
  return { url: `http://${HOST}:${address.port}/`, server };
}

async function answer(
  dir: string | undefined,
  page: ServedPage,
  api: ApiHandler | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  };
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(request.headers.host ?? "")) {
    refuse(403, "this server answers to 127.0.0.1 and localhost only");
    return;
  }
  const path = (request.url ?? "/").replace(/[?#].*$/, "");
  if (api && path.startsWith("/api/")) {
    await api(request, response, path);
    return;
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(405, "only GET and HEAD");
    return;
  }
  if (path === "/") {
    response
      .writeHead(200, {
        ...HEADERS,
        "Content-Type": contentType("text/html"),
        "Content-Security-Policy": `${page.policy}; frame-ancestors 'none'`,
        // It holds the token of this session.
        "Cache-Control": "no-store",
      })
      .end(request.method === "HEAD" ? undefined : page.html);
    return;
  }
  const built = BUILT_FILES.find(({ name }) => path === `/${name}`);
  // No link: where a stranger made the folder it may lead anywhere.
  const file =
    built && dir !== undefined
      ? await openPlainFile(join(dir, built.name), { links: false }).catch(() => undefined)
      : undefined;
  if (!built || !file) {
    refuse(404, "no such file here");
    return;
  }
  try {
    // What is asked for its length is what is then read, though another build may put its own files in place meanwhile.
    const { size } = await file.stat();
    response.writeHead(200, { ...HEADERS, "Content-Type": contentType(built.mediaType), "Content-Length": size });
    if (request.method === "HEAD" || size === 0) response.end();
    // Closes the file also where the reader goes away.
    else await pipeline(file.createReadStream({ end: size - 1, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

/** The policy in the page's own head; a page without one may run nothing. */
function policyOf(page: string): string {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "default-src 'none'";
}

function contentType(mediaType: string): string {
  return `${mediaType}; charset=utf-8`;
}
