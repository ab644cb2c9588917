/**
 * Faults of services, each against a server that has it. Time is ours: waiting takes none.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { type ClientOptions, PoliteClient } from "../../src/io/polite-client.ts";
import { UnreadableAnswer, UsageError } from "../../src/lib/errors.ts";
import { cutOff, deserted, hangUp, type Reply, Service, silent, status } from "../fetch/service.ts";

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});

/** A client whose waits are written down. */
function client(options: Partial<ClientOptions> = {}) {
  const waits: number[] = [];
  let time = Date.UTC(2024, 5, 15);
  const clock = {
    now: () => time,
    wait: async (ms: number) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  const made = new PoliteClient({
    service: "Service",
    pauseMs: 0,
    retries: 3,
    timeoutMs: 5000,
    userAgent: "paperweave/test",
    clock,
    syntax: "http://service/help",
    ...options,
  });
  return { client: made, waits };
}

/** Takes JSON only. */
const json = async (body: string): Promise<unknown> => {
  if (!body.endsWith("}")) throw new UnreadableAnswer("no JSON");
  return Promise.resolve(JSON.parse(body));
};
const GOOD = '{"a": 1}';
const inOrder =
  (...replies: Reply[]) =>
  (_: URL, n: number) =>
    replies[Math.min(n, replies.length) - 1]!;

describe("faults that pass are waited for", () => {
  it.each<[string, Reply[], number[]]>([
    ["nothing wrong", [GOOD], []],
    ["too many requests", [status(429), status(429), GOOD], [1000, 2000]],
    ["with a wait in seconds", [status(429, "", { "retry-after": "7" }), GOOD], [7000]],
    ["with a shorter wait than ours", [status(503, "", { "retry-after": "0" }), GOOD], [1000]],
    ["with a date to wait for", [status(503, "", { "retry-after": "Sat, 15 Jun 2024 00:00:30 GMT" }), GOOD], [30_000]],
    ["with a date that is past", [status(503, "", { "retry-after": "Fri, 14 Jun 2024 00:00:00 GMT" }), GOOD], [1000]],
    ["with a wait that is none", [status(503, "", { "retry-after": "soon" }), GOOD], [1000]],
    ["faults of the service", [status(500), status(502), status(504), GOOD], [1000, 2000, 4000]],
    ["an answer that is cut off", [cutOff(GOOD), GOOD], [1000]],
    ["an answer that is cut off without a word", ['{"a"', GOOD], [1000]],
    ["an answer that is something else", ["<html>Busy</html>", GOOD], [1000]],
    ["an empty answer", ["", GOOD], [1000]],
    ["a connection that is closed", [hangUp, GOOD], [1000]],
  ])("%s", async (_, replies, waited) => {
    service.replies(inOrder(...replies));
    const { client: asking, waits } = client();
    expect(await asking.ask(service.url, json)).toEqual({ a: 1 });
    expect([waits, service.asked.length]).toEqual([waited, replies.length]);
  });

  it("no answer in time", async () => {
    service.replies(inOrder(silent, GOOD));
    expect(await client({ timeoutMs: 100 }).client.ask(service.url, json)).toEqual({ a: 1 });
  });

  it("a service that is gone in the middle", async () => {
    service.replies(inOrder(GOOD));
    const { client: asking, waits } = client();
    await asking.ask(service.url, json);
    await expect(asking.ask(`http://${await deserted()}/`, json)).rejects.toThrow("failed 4 times: connection refused");
    expect(waits).toEqual([1000, 2000, 4000]);
  });
});

describe("faults that stay end the fetch, and say what to do", () => {
  const fault = async (reply: Reply, options: Partial<ClientOptions> = {}): Promise<UsageError> => {
    service.replies(() => reply);
    const thrown: unknown = await client(options)
      .client.ask(`${service.url}/x?q=1`, json)
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UsageError);
    return thrown as UsageError;
  };

  it.each<[string, Reply, number, RegExp]>([
    ["always too many", status(429, "Slow down"), 4, /^Service failed 4 times: status 429 \(Slow down\)$/],
    ["always broken", cutOff(GOOD), 4, /^Service failed 4 times: the answer broke off/],
    ["always garbled", "Rate exceeded.", 4, /^Service failed 4 times: no JSON$/],
    [
      "an hour to wait",
      status(429, "", { "retry-after": "3600" }),
      1,
      /^Service failed once: .* asks to wait 60 minutes$/,
    ],
    [
      "a bad query",
      status(400, "<p>Unknown\n field</p>"),
      1,
      /^Service refuses the request: status 400 \(Unknown field\)$/,
    ],
    ["no access", status(403), 1, /^Service refuses the request: status 403$/],
    ["nothing there", status(404, "x".repeat(5000)), 1, /^Service refuses the request: status 404 \(x{200}\)$/],
  ])("%s", async (_, reply, requests, message) => {
    const { message: said, hint } = await fault(reply);
    expect(said).toMatch(message);
    expect(hint).not.toBe("");
    expect(service.asked).toHaveLength(requests);
  });

  it("no service at all, asked once", async () => {
    const host = await deserted();
    const { client: asking, waits } = client();
    const thrown = await asking.ask(`http://${host}/`, json).catch((error: unknown) => error as UsageError);
    expect(thrown).toMatchObject({
      message: `Service cannot be reached at ${host}: connection refused`,
      hint: expect.stringMatching(/check the network.*works offline/) as string,
    });
    expect(waits).toEqual([]);
  });

  it("a host that does not exist, an address that is none", async () => {
    for (const url of ["http://paperweave.invalid/", "http://127.0.0.1:99999/"])
      await expect(client().client.ask(url, json)).rejects.toThrow("Service cannot be reached at");
  });

  it("an answer without end is left, asked anew as often as others", async () => {
    const piece = Buffer.alloc(4 << 20, " ");
    let [sent, left] = [0, 0];
    const endless: Reply = (response) => {
      response.on("close", () => left++);
      const give = (): void => {
        while (!response.destroyed && sent++ < 1_000)
          if (!response.write(piece)) return void response.once("drain", give);
      };
      give();
    };
    const { message } = await fault(endless, { retries: 0, timeoutMs: 60_000 });
    expect(message).toBe("Service failed once: the answer is longer than 200 MB");
    expect(sent).toBeLessThan(200);
    await expect.poll(() => left).toBe(1);
  });

  it("a fault of ours is no fault of the service", async () => {
    service.replies(() => GOOD);
    await expect(client().client.ask(service.url, () => Promise.reject(new TypeError("ours")))).rejects.toThrow(
      TypeError,
    );
  });
});

describe("manners", () => {
  it("a pause between requests, none before the first", async () => {
    service.replies(() => GOOD);
    const { client: asking, waits } = client({ pauseMs: 3000 });
    for (let n = 0; n < 3; n++) await asking.ask(service.url, json);
    expect(waits).toEqual([3000, 3000]);
  });

  it("a name", async () => {
    service.replies(() => GOOD);
    await client({ userAgent: "paperweave/1 (ada@example.org)" }).client.ask(service.url, json);
    expect(service.agents).toEqual(["paperweave/1 (ada@example.org)"]);
  });

  it("a key is sent, and told to nobody else", async () => {
    const kept: string[] = [];
    const answers = {
      read: async () => Promise.resolve(undefined),
      keep: async (url: string) => Promise.resolve(void kept.push(url)),
      finish: async () => Promise.resolve(),
    };
    const secret = { parameter: "api_key", value: "s3cr3t/+" };
    service.replies(inOrder(GOOD, status(403, "the key s3cr3t/+ is spent")));
    const { client: asking } = client({ secret, answers });
    await asking.ask(`${service.url}/works?q=1`, json);
    const refused = await asking.ask(`${service.url}/works?q=2`, json).catch((error: unknown) => error as UsageError);
    expect(service.asked).toEqual(["/works?q=1&api_key=s3cr3t%2F%2B", "/works?q=2&api_key=s3cr3t%2F%2B"]);
    expect(JSON.stringify([kept, (refused as UsageError).message, (refused as UsageError).hint])).not.toContain(
      "s3cr3t",
    );
  });
});
