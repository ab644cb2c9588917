/**
 * Serves one built folder's map on 127.0.0.1: a fixed table of files, nothing else of the disk.
 *
 * Other `Host` headers are refused, so that a page elsewhere cannot reach the server by rebinding a name to 127.0.0.1.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { BUILT_FILES } from "../export/formats.ts";
import { type ApiHandler, decisionsApi, type DecisionsApiOptions } from "./serve-decisions.ts";

const HOST = "127.0.0.1";
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-cache",
};

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
  const served = writing ? page.replace("</head>", () => `${token}</head>`) : page;
  const server = createServer((request, response) => {
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
  page: string,
  api: ApiHandler | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  };
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== HOST && host !== "localhost") {
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
      .writeHead(200, { ...HEADERS, "Content-Type": contentType("text/html") })
      .end(request.method === "HEAD" ? undefined : page);
    return;
  }
  const built = BUILT_FILES.find(({ name }) => path === `/${name}`);
  const file = built && dir !== undefined ? join(dir, built.name) : undefined;
  const info = file ? await stat(file).catch(() => undefined) : undefined;
  if (!built || !file || !info?.isFile()) {
    refuse(404, "no such file here");
    return;
  }
  response.writeHead(200, {
    ...HEADERS,
    "Content-Type": contentType(built.mediaType),
    "Content-Length": info.size,
  });
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

function contentType(mediaType: string): string {
  return `${mediaType}; charset=utf-8`;
}
