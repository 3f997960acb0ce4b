import { execFileSync, spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A server that runs for tests, and what ends it.
 * @typedef {{ readonly url: string, readonly stop: () => Promise<void> }} Service
 */

/** @returns {Promise<number>} a port of loopback that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/**
 * Installs a Debian package without starting a service of it.
 * @param {string} name
 */
export function installDebian(name) {
  const apt = "/usr/bin/apt-get";
  if (process.getuid?.() !== 0 || !existsSync(apt)) throw new Error(`It is not installed: apt-get install ${name}.`);
  // In run level 1 a package starts no service of its own.
  const env = { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync(apt, ["install", "-y", "--no-install-recommends", name], { env, stdio: "pipe", timeout: 300_000 });
  } catch {
    // The lists of a fresh machine are empty.
    execFileSync(apt, ["update"], { env, stdio: "pipe", timeout: 300_000 });
    execFileSync(apt, ["install", "-y", "--no-install-recommends", name], { env, stdio: "pipe", timeout: 300_000 });
  }
}

/**
 * Runs a program until our end of its pipe is closed, which the system does when this process dies. It is ended by its
 * own pid, with SIGINT.
 * @param {readonly string[]} command
 * @param {import("node:child_process").SpawnOptions} options
 * @param {string} log the file that it writes to
 * @returns {() => Promise<void>} ends it
 */
export function untilClosed(command, options, log) {
  const guard = '"$@" & child=$!; read -r _; kill -INT $child; wait $child';
  const output = openSync(log, "a");
  const shell = spawn("/bin/sh", ["-c", guard, "guard", ...command], { ...options, stdio: ["pipe", output, output] });
  const ended = new Promise((resolve) => shell.once("close", resolve));
  return async () => {
    shell.stdin?.end();
    await ended;
  };
}

/**
 * Asks until it is so; an error where it is not in time.
 * @param {string} what
 * @param {() => Promise<boolean> | boolean} isSo
 * @param {number} [withinMs]
 */
export async function eventually(what, isSo, withinMs = 20_000) {
  for (const until = Date.now() + withinMs; !(await isSo()); await sleep(25)) {
    if (Date.now() > until) throw new Error(`${what} was not ready after ${withinMs} ms.`);
  }
}
