import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";

/** What a lock says of the process that holds it, as text. */
export async function holder(): Promise<string> {
  const { started } = await stateOf("self");
  return JSON.stringify({ pid: process.pid, started, where: await where() });
}

/**
 * Whether the process that a lock names has ended. False where that is not certain: a process of another machine or container
 * cannot be seen from here, and a lock that says nothing may be anybody's.
 */
export async function isGone(lock: string): Promise<boolean> {
  const { pid, started, where: there } = said(lock);
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0 || there !== (await where())) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other answer, such as EPERM, is one of a process that is there.
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
  const now = await stateOf(String(pid));
  // A process that has ended and that nobody has asked after still has its number; else the number may be another's by now.
  if (now.state === "Z") return true;
  return typeof started === "string" && now.started !== undefined && now.started !== started;
}

function said(lock: string): JsonObject {
  const value = parseJson(lock);
  return isJsonObject(value) ? value : {};
}

/** Where a number of a process means something: this machine, and in it this container. */
async function where(): Promise<string> {
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${hostname()} ${namespace}`;
}

/** The state and the start of a process, as Linux tells them (`man 5 proc_pid_stat`); nothing elsewhere. */
async function stateOf(pid: string): Promise<{ readonly state?: string; readonly started?: string }> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name of the program stands in parentheses, and may hold any character.
  const [state, ...fields] = text
    .slice(text.lastIndexOf(")") + 1)
    .trim()
    .split(" ");
  const started = fields[18];
  return state === undefined || started === undefined ? {} : { state, started };
}
