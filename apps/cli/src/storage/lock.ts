import { randomUUID } from "node:crypto";
import { link, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { codeOf } from "./file-fault.ts";
import { holder, isGone } from "./lock-holder.ts";
import { makeFolder } from "./make-folder.ts";
import { readText } from "./read-text.ts";

/** How long another run may hold a file. It needs milliseconds. */
const patienceMs = 5_000;
const pauseMs = 20;

/**
 * Does something to a file while no other run does. Whoever comes second waits; the lock of a run that was killed is taken
 * away, that of a living one never.
 * @throws Refusal where another run keeps it; what the system says against the lock is thrown as it is
 */
export async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  await makeFolder(dirname(path), 0o700);
  await take(lock, path);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string, path: string): Promise<void> {
  for (let left = patienceMs / pauseMs; left > 0; left--) {
    if (await made(lock)) return;
    if (await isGone(await textOf(lock))) await removeLeft(lock);
    else await sleep(pauseMs);
  }
  throw new Refusal(
    exitCodes.failed,
    `${path} is held by another run of graph-sync.`,
    `If none is running, one was ended while it wrote: delete ${lock}.`,
  );
}

/** File systems without hard links, such as exFAT, say so in one of these ways. */
const linkless: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** Makes the lock with its text in one step, so that none is ever without a holder; false where there is one. */
async function made(lock: string): Promise<boolean> {
  const mine = `${lock}.${randomUUID()}.new`;
  const text = await holder();
  const once = { mode: 0o600, flag: "wx" } as const;
  try {
    await writeFile(mine, text, once);
    await link(mine, lock).catch((error: unknown) => {
      if (!linkless.has(codeOf(error))) throw error;
      return writeFile(lock, text, once);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

/**
 * Removes a lock that was left behind. Two runs may find it at once, and the slower one must not remove the new lock of the
 * faster one: who removes has a lock for that, and looks again.
 */
async function removeLeft(lock: string): Promise<void> {
  const removing = `${lock}.removing`;
  if (!(await made(removing))) return sleep(pauseMs);
  try {
    if (await isGone(await textOf(lock))) await rm(lock, { force: true });
  } finally {
    await rm(removing, { force: true });
  }
}

async function textOf(lock: string): Promise<string> {
  return (await readText(lock)) ?? "";
}
