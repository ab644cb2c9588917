/**
 * A service of papers on this machine: answers each request as it is told, and remembers what it was asked.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** A body with status 200, or any other way to answer. */
export type Reply = string | ((response: ServerResponse, request: IncomingMessage) => void);

export class Service {
  /** Paths with parameters, in the order of asking. */
  readonly asked: string[] = [];
  /** What each request said of its sender. */
  readonly agents: string[] = [];
  readonly #server: Server;
  #replies: (url: URL, n: number) => Reply = () => "";

  private constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      this.asked.push(request.url ?? "");
      this.agents.push(request.headers["user-agent"] ?? "");
      const reply = this.#replies(url, this.asked.length);
      if (typeof reply === "string") response.end(reply);
      else reply(response, request);
    });
  }

  /** Ends with the test file. */
  static async start(): Promise<Service> {
    const service = new Service();
    await new Promise<void>((done) => service.#server.listen(0, "127.0.0.1", done));
    afterAll(() => {
      service.#server.closeAllConnections();
      service.#server.close();
    });
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what it was asked. @param replies to the address, as the n-th request from 1 on */
  replies(replies: (url: URL, n: number) => Reply): void {
    this.#replies = replies;
    this.asked.length = 0;
    this.agents.length = 0;
  }
}

export const status =
  (code: number, body = "", headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) => {
    response.writeHead(code, headers).end(body);
  };

/** Announces all of a body and gives half of it. */
export const cutOff =
  (body: string): Reply =>
  (response) => {
    response.writeHead(200, { "content-length": Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

/** Takes the request and never answers. */
export const silent: Reply = () => undefined;

/** Hangs up. */
export const hangUp: Reply = (response) => response.destroy();

/** An address at which nothing answers. */
export async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `127.0.0.1:${port}`;
}
