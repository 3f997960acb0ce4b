import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, watch, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { holder, isGone } from "../../src/storage/lock-holder.ts";
import { changePrivate } from "../../src/storage/private-file.ts";
import { runCli } from "../run-cli.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

/** The built program, which stops for ever when it would put the new file in the place of the old one. */
const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const stopping = `import files from "node:fs/promises"; import { syncBuiltinESMExports } from "node:module";
files.rename = () => new Promise(() => { process.stdout.write("held"); setInterval(() => undefined, 1000); });
syncBuiltinESMExports();`;

async function holding(folder: string): Promise<ChildProcess> {
  const words = ["--import", `data:text/javascript,${encodeURIComponent(stopping)}`, main, "profile", "add", "theirs"];
  const child = spawn(process.execPath, words, { env: { GRAPH_SYNC_CONFIG: folder } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  expect(said.toString()).toBe("held");
  return child;
}

/** Waits until a run has tried three times to take a lock, which it then has not got: it makes a file beside it each time. */
async function attemptsIn(folder: string): Promise<void> {
  const tried = new Set<string>();
  for await (const { filename } of watch(folder)) {
    if (filename?.endsWith(".new") === true && filename.includes(".lock.")) tried.add(filename);
    if (tried.size === 3) return;
  }
}

/** What the lock of a process would say that has ended. */
async function leftLock(): Promise<string> {
  const child = spawn(process.execPath, ["--eval", "0"]);
  await once(child, "close");
  return JSON.stringify({ ...(JSON.parse(await holder()) as object), pid: child.pid, started: "1" });
}

test("a run waits for the lock of a living one, and takes the lock of one that was killed", async () => {
  const folder = await temporaryFolder();
  const child = await holding(folder);
  const lock = join(folder, "profiles.json.lock");
  expect(await isGone(await readFile(lock, "utf8"))).toBe(false);
  const tried = attemptsIn(folder);
  const ours = runCli(["profile", "add", "ours"], { env: { GRAPH_SYNC_CONFIG: folder } });
  await tried;
  expect(await readFile(lock, "utf8")).toContain(`"pid":${child.pid}`);
  child.kill("SIGKILL");
  expect((await ours).code).toBe(0);
  const { profiles } = JSON.parse(await readFile(join(folder, "profiles.json"), "utf8")) as { profiles: object };
  expect(Object.keys(profiles)).toEqual(["ours"]);
  expect((await readdir(folder)).filter((name) => name.includes(".lock"))).toEqual([]);
});

test("of many runs that find a lock left behind, each changes the file, one after the other", async () => {
  const path = join(await temporaryFolder(), "kept");
  await writeFile(`${path}.lock`, await leftLock());
  const words = Array.from({ length: 20 }, (_, index) => `${index}`);
  await Promise.all(words.map((word) => changePrivate(path, (text = "") => `${text}${word}\n`)));
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  expect(lines.toSorted()).toEqual(words.toSorted());
});

describe("a process that a lock names", () => {
  const own = async (change: object): Promise<string> =>
    JSON.stringify({ ...(JSON.parse(await holder()) as object), ...change });

  test("has ended where there is none of its number", async () => {
    expect(await isGone(await leftLock())).toBe(true);
  });

  test.runIf(process.platform === "linux")("has ended where its number is another's by now", async () => {
    expect(await isGone(await own({ started: "1" }))).toBe(true);
  });

  test("may live where it is of another machine, or where the lock does not say who it is", async () => {
    expect(await isGone(await own({}))).toBe(false);
    const { pid } = JSON.parse(await leftLock()) as { pid: number };
    expect(await isGone(await own({ pid, where: "elsewhere" }))).toBe(false);
    for (const text of ["", "{", "null", "12", await own({ pid: 0 }), await own({ pid: -1 }), await own({ pid: "1" })])
      expect(await isGone(text), text).toBe(false);
  });
});
