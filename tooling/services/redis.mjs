import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { eventually, freePort, installDebian, untilClosed } from "./process.mjs";

/**
 * Starts a Redis of its own on a free loopback port, with its files below `folder`; rejects with the reason where none
 * can be had. It keeps nothing on disk. It ends with `stop`, and also when the process that started it dies.
 * @param {{ readonly folder: string }} place an existing folder, which the caller removes after `stop`
 * @returns {Promise<import("./process.mjs").Service>}
 */
export async function start({ folder }) {
  if (!isHere()) installDebian("redis-server");
  if (!isHere()) throw new Error("There is no redis-server on PATH, although its package is installed.");
  const home = mkdtempSync(join(folder, "redis-"));
  const port = await freePort();
  const settings = { port: String(port), bind: "127.0.0.1", dir: home, save: "", appendonly: "no", daemonize: "no" };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const stop = untilClosed(["redis-server", ...flags], { cwd: home }, join(home, "log"));
  try {
    await eventually("Redis", () => answers(port));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

const isHere = () => spawnSync("redis-server", ["--version"]).status === 0;

/**
 * Whether a Redis says PONG there.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    socket.once("data", (bytes) => {
      resolve(String(bytes).startsWith("+PONG"));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
    socket.setTimeout(1_000, () => {
      resolve(false);
      socket.destroy();
    });
  });
}
