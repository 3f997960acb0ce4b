import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "./packages.mjs";

/**
 * The demonstration behind `npm run demo`: a server with its own database and a CLI that share nothing but a URL.
 * `--keep` leaves the server running and prints commands to paste instead.
 */
const server = "apps/server/dist/main.js";
const cli = "apps/cli/dist/main.js";
/** Any value will do: the server cannot check a token, and asks only for one. */
const token = "demo";
const startMs = 20_000;
const readMs = 20_000;
const stopMs = 5_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const unknown = args.find((arg) => arg !== "--keep");
  if (unknown !== undefined) return complain(`The demo knows --keep alone, not ${unknown}.`, 2);
  for (const file of [server, cli]) {
    if (!existsSync(`${root}${file}`)) return complain(`${file} is not built. Run: npm run demo`);
  }
  const interrupted = signal();
  const child = spawn(process.execPath, [server, "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, by) => resolve(`ended (${by ?? `exit code ${code}`})`));
  });
  try {
    const { baseUrl, ids } = await listening(child, ended, interrupted);
    console.log(`The server listens on ${baseUrl} (process ${child.pid}).`);
    return args.includes("--keep")
      ? await keep(baseUrl, ids, ended, interrupted)
      : await read(baseUrl, ids, interrupted);
  } catch (error) {
    return interrupted.aborted ? 130 : complain(error.message);
  } finally {
    await stop(child, ended);
  }
}

/** Aborted by Ctrl-C, and by the signal that a parent sends; either way the server must not be left behind. */
function signal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => controller.abort());
  return controller.signal;
}

/** What the server says first: where it listens, then the ids to call it with. */
async function listening(child, ended, interrupted) {
  let said = "";
  const greeting = new Promise((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const found = greetingIn(said);
      if (found !== undefined) resolve(found);
    });
  });
  const first = await Promise.race([greeting, ended, delay(startMs, undefined, { signal: interrupted, ref: false })]);
  if (typeof first === "object") return first;
  throw new Error(`The server ${first ?? `did not say within ${startMs / 1000} s where it listens`}. It said: ${said}`);
}

function greetingIn(text) {
  const baseUrl = /^Listening on (\S+)$/m.exec(text)?.[1];
  const [servicePrincipal, other] = [...text.matchAll(/^ *service principal +(\S+)$/gm)].map(([, id]) => id);
  const application = /^ *application +(\S+)$/m.exec(text)?.[1];
  if (baseUrl === undefined || servicePrincipal === undefined || application === undefined || other === undefined)
    return undefined;
  return { baseUrl, ids: { servicePrincipal, application, other } };
}

/** One synchronization object, by both roots and over both transports. */
async function read(baseUrl, { servicePrincipal, application }, interrupted) {
  for (const app of [
    ["--service-principal", servicePrincipal],
    ["--application", application],
  ]) {
    for (const transport of ["fetch", "node-http"]) {
      const words = ["get", ...app, "--transport", transport, "--base-url", baseUrl];
      console.log(`\n$ graph-sync ${words.join(" ")}\n`);
      const code = await runCli(words, interrupted);
      if (code !== 0) throw new Error(`graph-sync ${words.join(" ")} ended with exit code ${code}.`);
    }
  }
  console.log("\nOne object, read by both roots and over both transports.");
  return 0;
}

function runCli(words, interrupted) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], {
      cwd: root,
      env: { ...process.env, GRAPH_SYNC_TOKEN: token },
      stdio: ["ignore", "inherit", "inherit"],
      signal: AbortSignal.any([interrupted, AbortSignal.timeout(readMs)]),
    });
    child.once("error", ({ cause, message }) => {
      reject(new Error(`graph-sync ${words.join(" ")} was ended: ${cause?.message ?? message}.`));
    });
    child.once("exit", (code, by) => resolve(code ?? by));
  });
}

async function keep(baseUrl, { servicePrincipal, application, other }, ended, interrupted) {
  const commands = [
    `--service-principal ${servicePrincipal} --base-url ${baseUrl}`,
    `--application ${application} --transport fetch --base-url ${baseUrl}`,
    `--service-principal ${other} --expand jobs,templates --json --base-url ${baseUrl}`,
  ];
  console.log("\nPaste these into another terminal, at the top of this clone:\n");
  for (const words of commands) console.log(`GRAPH_SYNC_TOKEN=${token} node ${cli} get ${words}`);
  console.log("\nCtrl-C stops the server.");
  const how = await Promise.race([ended, once(interrupted, "abort")]);
  return interrupted.aborted ? 0 : complain(`The server ${how}.`);
}

/** Stops the server that this demo started, and no other: first by asking it. */
async function stop(child, ended) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const asked = await Promise.race([ended, delay(stopMs, undefined, { ref: false })]);
  if (asked !== undefined) return;
  child.kill("SIGKILL");
  await ended;
}

function complain(sentence, code = 1) {
  console.error(`demo: ${sentence}`);
  return code;
}
