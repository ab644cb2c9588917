/**
 * One line of progress on a terminal, with rate and time left; nothing of the kind in a pipe.
 */
export interface Progress {
  update(step: string, done: number, total: number): void;
  clear(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const REDRAW_MS = 80;

export function openProgress(terminal: Terminal, now: () => number): Progress {
  if (!terminal.isTTY) return { update: () => undefined, clear: () => undefined };
  let step = "";
  let startedAt = 0;
  let drawnAt = -Infinity;
  return {
    update(name, done, total) {
      const time = now();
      if (name !== step) [step, startedAt, drawnAt] = [name, time, -Infinity];
      if (time - drawnAt < REDRAW_MS && done < total) return;
      drawnAt = time;
      const line = describe(name, done, total, (time - startedAt) / 1000);
      terminal.write(`\r\u001b[2K${line.slice(0, (terminal.columns ?? 80) - 1)}`);
    },
    clear() {
      if (step !== "") terminal.write("\r\u001b[2K");
      step = "";
    },
  };
}

/** "reading terms  320/841  210/s  2 s left". */
function describe(step: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [step, `${done}/${total}`];
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
  if (rate > 0 && done < total) parts.push(`${Math.ceil((total - done) / rate)} s left`);
  return parts.join("  ");
}

/** One JSON object a line: `{"step","done","total"}`. */
export function jsonProgress(stream: { write(text: string): unknown }): Progress {
  return {
    update(step, done, total) {
      stream.write(`${JSON.stringify({ step, done, total })}\n`);
    },
    clear: () => undefined,
  };
}
