import { spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { typescript6, typescript7 } from "../typescript/compilers.mjs";
import { readJson, root } from "../workspace/packages.mjs";
import { output, packAll, inFolder } from "./packed.mjs";
import { tarballFaults } from "./tarball.mjs";

/**
 * The tarballs as their users meet them: `pnpm check:pack`, after a build. Packs every public package, installs the
 * tarballs with npm in an empty folder outside the workspace, and compiles and runs the programs of consumer/ there.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const compilers = { "TypeScript 6": typescript6, "TypeScript 7": typescript7 };

await inFolder(async (folder) => {
  const packed = packAll(folder);
  const faults = packed.flatMap(({ content, manifest }) =>
    tarballFaults(content, manifest).map((fault) => `${manifest.name}: ${fault}`),
  );
  if (faults.length > 0) throw new Error(faults.join("\n"));
  console.log(`${packed.length} tarballs hold what their entries lead to, and nothing of the workspace`);

  const consumer = install(
    join(folder, "consumer"),
    packed.map(({ tarball }) => tarball),
  );
  const run = (...words) => output(consumer, process.execPath, ...words);
  console.log("npm installed them in an empty folder");

  for (const kind of ["node", "web"]) {
    for (const [name, tsc] of Object.entries(compilers)) {
      const check = [tsc, "-p", `consumer-${kind}.json`];
      run(...check, "--noEmit", "--module", "NodeNext", "--moduleResolution", "NodeNext");
      run(...check, "--noEmit", "--module", "ESNext", "--moduleResolution", "Bundler");
      console.log(
        `their declarations compile for ${kind} in ${name}, under NodeNext and Bundler, without skipLibCheck`,
      );
    }
  }

  for (const file of ["custom-plugin.ts", "custom-transport.ts"]) {
    const lines = readFileSync(join(consumer, file), "utf8").trimEnd().split("\n").length;
    if (lines > 20) throw new Error(`${file} has ${lines} lines; what it shows must take at most 20.`);
  }
  run(typescript6, "-p", "consumer-node.json");
  for (const program of ["each-package", "nock-static", "nock-lazy"]) process.stdout.write(run(`out/${program}.js`));

  const help = run("node_modules/graph-sync/dist/main.js", "--help");
  if (!/^usage: graph-sync /im.test(help)) throw new Error(`graph-sync --help printed no usage line:\n${help}`);
  console.log("graph-sync prints its help");
  console.log(`graph-sync-server ${await startAndStop(consumer)}`);
});

/** Makes a folder as an empty project and installs the tarballs in it; what they need comes from the registry. */
function install(consumer, tarballs) {
  cpSync(join(here, "consumer"), consumer, {
    recursive: true,
    filter: (file) => !/node_modules|tsconfig\.json$/.test(file),
  });
  for (const kind of ["node", "web"]) {
    cpSync(join(root, `tooling/typescript/consumer-${kind}.json`), join(consumer, `consumer-${kind}.json`));
  }
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const others = ["@types/node", "nock"].map(
    (name) => `${name}@${readJson(join(root, "node_modules", name, "package.json")).version}`,
  );
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline", "--loglevel=error"];
  output(consumer, "npm", "install", ...quiet, ...tarballs, ...others);
  return consumer;
}

/** Starts the server as its user does, waits until it says where it listens, asks it, and stops it as a terminal does. */
async function startAndStop(consumer) {
  const bin = join(consumer, "node_modules/.bin/graph-sync-server");
  const server = spawn(bin, ["--port", "0"], { cwd: consumer, stdio: ["ignore", "pipe", "pipe"] });
  const timer = setTimeout(() => server.kill("SIGKILL"), 30_000);
  let said = "";
  const ended = new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("close", (code, signal) => resolve(code ?? signal));
  });
  const listening = new Promise((resolve) => {
    const hear = (bytes) => {
      said += bytes;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
  });
  try {
    const url = await Promise.race([listening, ended]);
    if (typeof url !== "string" || !url.startsWith("http"))
      throw new Error(`graph-sync-server ended (${url}):\n${said}`);
    const { status } = await fetch(`${url}/v1.0/servicePrincipals/x/synchronization/jobs`);
    if (status !== 401) throw new Error(`graph-sync-server answered ${status} to a request without a token, not 401.`);
    server.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`graph-sync-server ended with ${code} on SIGTERM:\n${said}`);
    return "starts, refuses a request without a token, and stops";
  } finally {
    clearTimeout(timer);
    server.kill("SIGKILL");
  }
}
