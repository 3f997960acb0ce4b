import { spawn } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fakeAuthority, federatedIssuer } from "@graph-sync/testing";
import { build } from "esbuild";
import { inFolder } from "../release/packed.mjs";
import { installed, versions } from "./installed.mjs";

/**
 * The token sources on runtimes that are not Node: `pnpm runtimes`, after a build. The built packages are bundled without any module of
 * Node, and each runtime gets its tokens from a fake authority on loopback. One line a runtime; it fails where one of them does.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
const limitMs = 60_000;

const programs = installed(join(here, ".runtimes"));
const issuer = federatedIssuer();
const app = { clientId, secrets: ["s3cret"], federated: [issuer.credential], publicClient: true };
const authority = fakeAuthority({ apps: [app], pollSeconds: 1 });
const server = await authority.listen();
// The person at the other screen agrees to everything.
const person = setInterval(() => authority.devices.forEach((device) => device.approve()), 50);

try {
  await inFolder(async (folder) => {
    const facts = { authority: server.origin, tenantId: authority.tenantId, clientId, secret: "s3cret" };
    const json = JSON.stringify({ ...facts, assertion: issuer.token() });
    await bundle("process-entry.mjs", join(folder, "program.mjs"));
    await bundle("worker-entry.mjs", join(folder, "worker.mjs"));
    writeFileSync(join(folder, "facts.json"), json);
    copyFileSync(join(here, "worker.capnp"), join(folder, "worker.capnp"));

    const commands = {
      node: [process.execPath, "program.mjs"],
      bun: [programs.bun, "program.mjs"],
      deno: [programs.deno, "run", "--allow-net=127.0.0.1", "--allow-env=SIGN_IN_FACTS", "--no-lock", "program.mjs"],
      workerd: [programs.workerd, "test", "worker.capnp"],
    };
    for (const [name, [program, ...words]] of Object.entries(commands)) {
      const { code, said } = await run(folder, program, words, json);
      const done = code === 0 && /got a token: (.*)/.exec(said)?.[1];
      console.log(
        `${name} ${versions[name] ?? process.versions.node}: ${done ? `got a token: ${done}` : `failed (${code})`}`,
      );
      if (!done) throw new Error(said);
    }
  });
} finally {
  clearInterval(person);
  await server.close();
}

/** One file that imports nothing: a module of Node in it is an error. */
async function bundle(entry, outfile) {
  await build({
    entryPoints: [join(here, entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2023",
  });
}

/** Runs a program to its end without blocking, for the authority it talks to is in this process. */
function run(cwd, program, words, facts) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, env: { PATH: process.env.PATH, HOME: cwd, SIGN_IN_FACTS: facts } });
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? signal, said });
    });
  });
}
