/**
 * Whether standard output was closed when the process began (`>&-`). Node opens /dev/null in its place, for reading and
 * writing, so that nothing that is written there fails: such a run would end well and leave nothing.
 */
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { UsageError } from "../lib/errors.ts";

const STDOUT = 1;
/** What Node puts in the place of a closed file; `> /dev/null` is for writing only. */
const [PLACEHOLDER, READ_AND_WRITE] = ["/dev/null", 0o2];
const ACCESS = 0o3;
/** Programs that open /dev/null for writing only, when they are told to. Others open it as Node does, on purpose. */
const SHELLS: readonly string[] = ["sh", "ash", "bash", "busybox", "dash", "fish", "ksh", "mksh", "zsh"];

let isClosed: boolean | undefined;

/** @throws UsageError when what is written to standard output goes nowhere, and nobody said so. */
export function requireOpenOutput(): void {
  isClosed ??= isClosedOutput();
  if (isClosed) throw new UsageError("cannot write to standard output: it is closed", "send it to a file or a program");
}

/** Told by the system's files about processes, on Linux; nowhere else can it be told. */
function isClosedOutput(): boolean {
  if (!isPlaceholder("/proc/self")) return false;
  const parent = `/proc/${process.ppid}`;
  try {
    // Of one whose own output is such a one it was inherited, whoever the parent is; of one that is closed, too.
    if (outputsOf(parent) !== undefined) return !isPlaceholder(parent) && SHELLS.includes(programOf(parent));
    return true;
  } catch {
    return false;
  }
}

function isPlaceholder(process: string): boolean {
  try {
    if (outputsOf(process) !== PLACEHOLDER) return false;
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`${process}/fdinfo/${STDOUT}`, "utf8"))?.[1];
    return flags !== undefined && (parseInt(flags, 8) & ACCESS) === READ_AND_WRITE;
  } catch {
    return false;
  }
}

/** Where a process writes; undefined when that is closed. @throws Error when the process may not be looked at. */
function outputsOf(process: string): string | undefined {
  try {
    return readlinkSync(`${process}/fd/${STDOUT}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    readlinkSync(`${process}/exe`);
    return undefined;
  }
}

function programOf(process: string): string {
  return basename(readlinkSync(`${process}/exe`));
}
