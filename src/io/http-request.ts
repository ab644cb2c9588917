/**
 * One request of a text over the network, and every way in which it goes wrong as data.
 */

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** What a `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * `unreachable`: no connection came about, so that nothing was asked. `broken`: the answer did not come in time, or not
 * to its end.
 */
export interface HttpFault {
  readonly fault: "unreachable" | "broken";
  /** Such as `connection refused`. */
  readonly reason: string;
}

/** No answer of a page of papers is longer, in bytes. */
const LONGEST = 200_000_000;

/** Codes of errors that come before anything was sent, in words. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "no such host, or no network",
  EAI_AGAIN: "the name of the host cannot be looked up",
  ENETUNREACH: "no network",
  EHOSTUNREACH: "no way to the host",
  ETIMEDOUT: "no connection in time",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  ERR_INVALID_URL: "this is no address",
};

/** Codes of errors that come after the request was sent. */
const BROKEN = /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_(SOCKET|BODY_TIMEOUT|HEADERS_TIMEOUT|RES_\w+)|HPE_\w+)$/;

export async function requestText(
  url: string,
  { userAgent, timeoutMs, now }: { readonly userAgent: string; readonly timeoutMs: number; readonly now: number },
): Promise<HttpAnswer | HttpFault> {
  try {
    const response = await fetch(url, {
      headers: { "user-agent": userAgent, accept: "application/json, application/atom+xml;q=0.9, */*;q=0.5" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await textOf(response);
    if (body === undefined) return { fault: "broken", reason: `the answer is longer than ${LONGEST / 1e6} MB` };
    const retryAfterMs = retryAfter(response.headers.get("retry-after"), now);
    return { status: response.status, body, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  } catch (error) {
    return faultOf(error, timeoutMs);
  }
}

/** Undefined when it is too long. */
async function textOf({ body }: Response): Promise<string | undefined> {
  if (!body) return "";
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > LONGEST) return undefined;
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}

/** Seconds, or a date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function faultOf(error: unknown, timeoutMs: number): HttpFault {
  const { name, message, cause } = error as Error;
  if (name === "TimeoutError") return { fault: "broken", reason: `no answer within ${timeoutMs / 1000} s` };
  const { code = "", message: inner = message } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  // undici says so of a body that ends too early.
  if (BROKEN.test(code) || message === "terminated")
    return { fault: "broken", reason: `the answer broke off (${code || inner})` };
  return { fault: "unreachable", reason: UNREACHABLE[code] ?? (code === "" ? inner : `${inner} (${code})`) };
}
