/**
 * Asks a service at the pace it wants: a pause between requests, patience with faults that pass, answers kept on disk.
 */
import { UnreadableAnswer, UsageError } from "../lib/errors.ts";
import type { KeptAnswers } from "./answer-cache.ts";
import type { Clock } from "./clock.ts";
import { type HttpAnswer, type HttpFault, requestText } from "./http-request.ts";

export interface ClientOptions {
  /** Name of the service, for messages. */
  readonly service: string;
  /** Milliseconds between the end of a request and the beginning of the next. */
  readonly pauseMs: number;
  /** How often a request that failed is made again. */
  readonly retries: number;
  /** An answer that takes longer is given up. */
  readonly timeoutMs: number;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly answers?: KeptAnswers | undefined;
  /** A parameter that is sent along, and kept and told nowhere. */
  readonly secret?: { readonly parameter: string; readonly value: string } | undefined;
  /** Where the service describes queries and keys. */
  readonly syntax: string;
  readonly onWait?: (reason: string, ms: number) => void;
}

/** The wait before the second attempt; each further one is twice as long. */
const FIRST_WAIT_MS = 1000;
/** A service that asks for a longer wait is left for now. */
const LONGEST_WAIT_MS = 300_000;
/** What passes: too many requests, and faults of the service itself. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Characters of an answer that are looked at for what it says. */
const LOOKED_AT = 20_000;
const SHOWN = 200;

export class PoliteClient {
  readonly #options: ClientOptions;
  #idleSince: number | undefined;
  /** Requests that were made, and answers that were found on disk. */
  readonly counts = { asked: 0, kept: 0 };

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * The answer to an address, as `read` takes it.
   *
   * @param read throws `UnreadableAnswer` for one that is no answer: it is asked for again
   * @throws UsageError when the service cannot be reached, refuses, or fails again and again
   */
  async ask<T>(url: string, read: (body: string) => Promise<T>): Promise<T> {
    const { retries, answers, clock, onWait } = this.#options;
    const kept = await answers?.read(url);
    const taken = kept === undefined ? undefined : await readable(kept, read);
    if (taken && "value" in taken) {
      this.counts.kept++;
      return taken.value;
    }
    for (let attempt = 0; ; attempt++) {
      const got = await this.#request(url);
      const outcome = await this.#take(url, got, read);
      if ("value" in outcome) return outcome.value;
      const waitMs = Math.max(outcome.waitMs ?? 0, FIRST_WAIT_MS * 2 ** attempt);
      if (attempt >= retries || waitMs > LONGEST_WAIT_MS)
        throw this.#givenUp(outcome.trouble, attempt + 1, outcome.waitMs);
      onWait?.(outcome.trouble, waitMs);
      await clock.wait(waitMs);
    }
  }

  async #request(url: string): Promise<HttpAnswer | HttpFault> {
    const { pauseMs, timeoutMs, userAgent, secret, clock } = this.#options;
    const sinceMs = this.#idleSince === undefined ? Infinity : clock.now() - this.#idleSince;
    if (sinceMs < pauseMs) await clock.wait(pauseMs - Math.max(0, sinceMs));
    const sent = secret
      ? `${url}${url.includes("?") ? "&" : "?"}${secret.parameter}=${encodeURIComponent(secret.value)}`
      : url;
    this.counts.asked++;
    const got = await requestText(sent, { userAgent, timeoutMs, now: clock.now() });
    this.#idleSince = clock.now();
    return got;
  }

  /** What came of a request: a value, or trouble that may pass. @throws UsageError for trouble that does not */
  async #take<T>(
    url: string,
    got: HttpAnswer | HttpFault,
    read: (body: string) => Promise<T>,
  ): Promise<Taken<T> & { readonly waitMs?: number | undefined }> {
    if ("fault" in got) {
      if (got.fault === "unreachable" && this.counts.asked === 1) throw this.#unreachable(url, got.reason);
      return { trouble: got.reason };
    }
    if (PASSING.has(got.status))
      return { trouble: `status ${got.status}${this.#excerpt(got.body)}`, waitMs: got.retryAfterMs };
    if (got.status < 200 || got.status > 299) throw this.#refused(got);
    const taken = await readable(got.body, read);
    if ("value" in taken) await this.#options.answers?.keep(url, got.body);
    return taken;
  }

  #unreachable(url: string, reason: string): UsageError {
    const host = URL.canParse(url) ? new URL(url).host : url;
    return new UsageError(
      `${this.#options.service} cannot be reached at ${host}: ${reason}`,
      "check the network and try again; without one, save the papers by hand (README lists the formats) and build from the files: every other command works offline",
    );
  }

  #refused({ status, body }: HttpAnswer): UsageError {
    const { service, syntax, secret } = this.#options;
    const wants =
      status === 401 || status === 403
        ? secret
          ? "the key is not accepted"
          : "access is not granted"
        : "check the query";
    return new UsageError(
      `${service} refuses the request: status ${status}${this.#excerpt(body)}`,
      `${wants}; see ${syntax}`,
    );
  }

  #givenUp(trouble: string, attempts: number, waitMs = 0): UsageError {
    const { service, answers } = this.#options;
    const asks = waitMs > LONGEST_WAIT_MS ? `, and asks to wait ${Math.ceil(waitMs / 60_000)} minutes` : "";
    const times = attempts === 1 ? "once" : `${attempts} times`;
    return new UsageError(
      `${service} failed ${times}: ${trouble}${asks}`,
      answers
        ? "run the same command again later: it goes on where this one stopped"
        : "run the same command again later",
    );
  }

  /** The beginning of what a service says about an error, on one line; the key is not shown. */
  #excerpt(body: string): string {
    const { secret } = this.#options;
    const text = body
      .slice(0, LOOKED_AT)
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const shown = (secret ? text.replaceAll(secret.value, "…") : text).slice(0, SHOWN);
    return shown === "" ? "" : ` (${shown})`;
  }
}

type Taken<T> = { readonly value: T } | { readonly trouble: string };

async function readable<T>(body: string, read: (body: string) => Promise<T>): Promise<Taken<T>> {
  try {
    return { value: await read(body) };
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    return { trouble: error.message };
  }
}
