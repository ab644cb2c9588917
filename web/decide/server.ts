/**
 * The served viewer's own server (`paperweave view`): reads and writes decisions.tsv, rebuilds the map.
 *
 * The page carries the session's token in a meta element; without it (map.html) there is no server to write to.
 */
import { joinChanges } from "./decision-file.ts";

export interface RebuildProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** Undefined in a page that was not served by `paperweave view`. */
export function sessionToken(page: Document = document): string | undefined {
  const token = page.querySelector<HTMLMetaElement>('meta[name="paperweave-token"]')?.content;
  return token === undefined || token === "" ? undefined : token;
}

export type StandingText = Pick<KnownDecisions, "text" | "hash">;

/** The file as it stands, and the lines that the map was built with. */
export interface KnownDecisions {
  readonly text: string;
  /** Tells whether the file still stands as it did. */
  readonly hash: string;
  readonly built: string;
  /** Why it is not known what the map was built with. */
  readonly fault?: string;
}

export async function fetchDecisions(): Promise<KnownDecisions> {
  const response = await fetch("./api/decisions");
  if (!response.ok) throw new Error(await faultOf(response));
  return (await response.json()) as KnownDecisions;
}

/**
 * Writes a text; what somebody else has written into the file meanwhile stays.
 *
 * @param base the file as it was last known
 * @returns the file as it stands now
 * @throws Error with what the server says is wrong; nothing is written then.
 */
export async function saveDecisions(token: string, base: StandingText, text: string): Promise<StandingText> {
  let [known, next] = [base, text];
  for (;;) {
    const response = await fetch("./api/decisions", {
      method: "PUT",
      headers: { "X-Paperweave-Token": token, "If-Match": `"${known.hash}"` },
      body: next,
    });
    if (response.ok) return (await response.json()) as StandingText;
    if (response.status !== 412) throw new Error(await faultOf(response));
    const theirs = (await response.json()) as StandingText;
    next = joinChanges(known.text, next, theirs.text);
    known = theirs;
  }
}

/** Resolves when the folder is built anew; reload the document then. @throws Error with the build's own words. */
export async function rebuild(token: string, onProgress: (progress: RebuildProgress) => void): Promise<void> {
  const response = await fetch("./api/rebuild", { method: "POST", headers: { "X-Paperweave-Token": token } });
  if (!response.ok || !response.body) throw new Error(await faultOf(response));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines.filter((text) => text !== "")) {
      const message = JSON.parse(line) as Partial<RebuildProgress> & { error?: string; finished?: boolean };
      if (message.error !== undefined) throw new Error(message.error);
      if (message.finished) return;
      if (message.step !== undefined)
        onProgress({ step: message.step, done: message.done ?? 0, total: message.total ?? 0 });
    }
    if (done) throw new Error("the rebuild broke off");
  }
}

async function faultOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error, faults = [] } = JSON.parse(text) as { error: string; faults?: string[] };
    return [error, ...faults].join(": ");
  } catch {
    return text || `status ${response.status}`;
  }
}
