import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A server that runs for tests, and what ends it.
 * @typedef {{ readonly url: string, readonly stop: () => Promise<void> }} Service
 */

const readyMs = 20_000;

/**
 * Starts a PostgreSQL of its own on a free loopback port, with its files below `folder`; rejects with the reason where
 * none can be had. It ends with `stop`, and also when the process that started it dies.
 * @param {{ readonly folder: string }} place an existing folder, which the caller removes after `stop`
 * @returns {Promise<Service>}
 */
export async function start({ folder }) {
  const binaries = binariesHere() ?? installed();
  const owner = unprivileged();
  const home = mkdtempSync(join(folder, "postgres-"));
  if (owner !== undefined) {
    // PostgreSQL refuses to run as root, so its files belong to a user who must be able to walk there.
    chmodSync(folder, 0o711);
    chownSync(home, owner.uid, owner.gid);
  }
  const data = join(home, "data");
  const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"];
  execFileSync(join(binaries, "initdb"), initdb, { ...owner, cwd: home, stdio: ["ignore", "ignore", "pipe"] });
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: home,
    fsync: "off",
    max_connections: 200,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = join(home, "log");
  const stop = spawnedUntilClosed([join(binaries, "postgres"), "-D", data, ...flags], { ...owner, cwd: home }, log);
  try {
    await ready([join(binaries, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", String(port)]);
  } catch {
    await stop();
    throw new Error(`PostgreSQL was not ready after ${readyMs} ms: ${readFileSync(log, "utf8").slice(-1000)}`);
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** Debian keeps each version in a folder of its own, which is on nobody's PATH. */
function binariesHere() {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return undefined;
  const folders = readdirSync(versions).sort((one, other) => Number(other) - Number(one));
  return folders.map((version) => join(versions, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

/** @returns {string} */
function installed() {
  const apt = "/usr/bin/apt-get";
  if (process.getuid?.() !== 0 || !existsSync(apt)) {
    throw new Error("There is no PostgreSQL below /usr/lib/postgresql. Install it: apt-get install postgresql.");
  }
  // In run level 1 a package starts no service of its own.
  const env = { ...process.env, RUNLEVEL: "1", DEBIAN_FRONTEND: "noninteractive" };
  execFileSync(apt, ["install", "-y", "--no-install-recommends", "postgresql"], { env, stdio: "ignore" });
  const found = binariesHere();
  if (found === undefined) throw new Error("apt-get installed postgresql, but /usr/lib/postgresql has no initdb.");
  return found;
}

/** The user that the Debian package makes, where this process is root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  /** @param {"-u" | "-g"} flag */
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/**
 * Runs a program until our end of its pipe is closed, which the system does when this process dies. SIGINT ends
 * PostgreSQL at once and in order.
 * @param {readonly string[]} command
 * @param {import("node:child_process").SpawnOptions} options
 * @param {string} log
 * @returns {() => Promise<void>}
 */
function spawnedUntilClosed(command, options, log) {
  const guard = '"$@" & child=$!; read -r _; kill -INT $child; wait $child';
  const output = openSync(log, "a");
  const shell = spawn("/bin/sh", ["-c", guard, "guard", ...command], { ...options, stdio: ["pipe", output, output] });
  closeSync(output);
  const ended = new Promise((resolve) => shell.once("close", resolve));
  return async () => {
    shell.stdin?.end();
    await ended;
  };
}

/** @param {readonly string[]} command a program that ends with 0 when the server is ready */
async function ready([program = "", ...args]) {
  for (const until = Date.now() + readyMs; ; await sleep(50)) {
    try {
      execFileSync(program, args);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
