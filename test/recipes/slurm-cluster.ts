/**
 * A Slurm cluster of one node in a folder of its own: munged, slurmctld and slurmd with a generated key and slurm.conf, on
 * free ports, run by whoever runs the test.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface SlurmCluster {
  /** What sbatch, squeue and scontrol need to find it. */
  readonly env: NodeJS.ProcessEnv;
  /** State of a job once it has ended, as Slurm calls it: COMPLETED, FAILED, CANCELLED … */
  readonly endOf: (job: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const PATIENCE_MS = 60_000;

/** @throws Error with the daemons' logs when the node is not ready in time */
export async function startSlurm(dir: string, path: string): Promise<SlurmCluster> {
  const env = { ...process.env, PATH: `${path}:/usr/sbin:/sbin`, SLURM_CONF: join(dir, "slurm.conf") };
  mkdirSync(join(dir, "state"), { recursive: true, mode: 0o700 });
  mkdirSync(join(dir, "spool"), { recursive: true, mode: 0o755 });
  writeFileSync(join(dir, "munge.key"), randomBytes(128), { mode: 0o600 });
  // Later ones look for systemd whatever slurm.conf says of control groups; earlier ones do not know the word.
  const version = Number(/\d+\.\d+/.exec(execFileSync("slurmd", ["-V"], { env, encoding: "utf8" }))?.[0]);
  if (version >= 23.02) writeFileSync(join(dir, "cgroup.conf"), "CgroupPlugin=disabled\n");
  writeFileSync(join(dir, "slurm.conf"), slurmConf(dir, await freePorts(2)));

  const daemons: ChildProcess[] = [];
  const start = (command: string, ...args: string[]): void => {
    daemons.push(spawn(command, args, { env, stdio: "ignore" }));
  };
  const stop = async (): Promise<void> => {
    // The node first: the others would ask after it.
    for (const daemon of daemons.reverse()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const ended = new Promise((resolve) => daemon.once("close", resolve));
      daemon.kill();
      await Promise.race([ended, sleep(5000).then(() => daemon.kill("SIGKILL"))]);
    }
  };
  const ask = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 10_000 });
  const answers = (command: string, ...args: string[]): string => {
    try {
      return ask(command, ...args);
    } catch {
      return "";
    }
  };

  const inDir = (name: string) => join(dir, name);
  const munge = { "key-file": "munge.key", socket: "munge.socket", "pid-file": "munge.pid", "log-file": "munge.log" };
  const files = Object.entries({ ...munge, "seed-file": "munge.seed" }).map(
    ([name, file]) => `--${name}=${inDir(file)}`,
  );
  // Forced: it would refuse a folder below one that all may write to.
  start("munged", "--foreground", "--force", ...files);
  try {
    await until(() => answers("munge", `--socket=${inDir("munge.socket")}`, "--no-input") !== "");
    start("slurmctld", "-D", "-i");
    start("slurmd", "-D", "-N", "node");
    await until(() => answers("sinfo", "--noheader", "--format=%t").trim() === "idle");
  } catch (error) {
    await stop();
    const logs = ["munge.log", "slurmctld.log", "slurmd.log"].map((name) => `${name}:\n${tail(inDir(name))}`);
    throw new Error(`the cluster does not start\n${logs.join("\n")}`, { cause: error });
  }

  const endOf = async (job: string): Promise<string> => {
    const state = (): string => /JobState=(\w+)/.exec(answers("scontrol", "show", "job", job))?.[1] ?? "";
    await until(() => !["", "PENDING", "RUNNING", "COMPLETING", "CONFIGURING"].includes(state()));
    return state();
  };
  return { env, endOf, stop };
}

function slurmConf(dir: string, [controller, node]: readonly number[]): string {
  const host = hostname().split(".")[0]!;
  const user = userInfo().username;
  return `ClusterName=throwaway
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=${user}
SlurmdUser=${user}
SlurmctldPort=${controller}
SlurmdPort=${node}
AuthType=auth/munge
AuthInfo=socket=${join(dir, "munge.socket")}
CryptoType=crypto/munge
StateSaveLocation=${join(dir, "state")}
SlurmdSpoolDir=${join(dir, "spool")}
SlurmctldPidFile=${join(dir, "slurmctld.pid")}
SlurmdPidFile=${join(dir, "slurmd.pid")}
SlurmctldLogFile=${join(dir, "slurmctld.log")}
SlurmdLogFile=${join(dir, "slurmd.log")}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=node NodeHostname=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=node Default=YES MaxTime=INFINITE State=UP
`;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers)
    await new Promise((resolve) => {
      server.close(resolve);
    });
  return ports;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS / 1000} s`);
    await sleep(200);
  }
}

function tail(file: string): string {
  try {
    return readFileSync(file, "utf8").split("\n").slice(-30).join("\n");
  } catch {
    return "nothing written";
  }
}
