/**
 * Which process made a file, told so that another one can say whether it still runs: numbers of processes are used again,
 * and each container counts its own.
 */
import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";

/** `<process>.<start>.<space>`: letters, digits and dots, fit for a file name. */
export type ProcessIdentity = string;

/** Of this process. */
export function ownIdentity(): ProcessIdentity {
  return (own ??= [process.pid, startOf(process.pid), spaceOfNumbers()].join("."));
}

let own: ProcessIdentity | undefined;

/** Undefined where this cannot be told: another machine, or a container with numbers of its own. */
export function isRunning(identity: ProcessIdentity): boolean | undefined {
  const [pid = "", start, space] = identity.split(".");
  if (space !== spaceOfNumbers()) return undefined;
  return hasProcess(Number(pid)) && startOf(Number(pid)) === start;
}

function hasProcess(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 asks only.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, in clock ticks since the start of the machine; "0" where the system does not say. */
function startOf(pid: number): string {
  // The name of the program stands in brackets and may hold anything; the start is the twentieth field behind it.
  const said = tryRead(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  return said?.slice(said.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}

/** Processes are numbered by the running system, in every container anew. */
function spaceOfNumbers(): string {
  return (space ??= createHash("sha256")
    .update(
      [
        hostname(),
        tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1")),
        tryRead(() => readlinkSync("/proc/self/ns/pid")),
      ].join("\n"),
    )
    .digest("hex")
    .slice(0, 16));
}

let space: string | undefined;

function tryRead(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
