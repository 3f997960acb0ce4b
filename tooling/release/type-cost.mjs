import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { inFolder, output, packAll } from "./packed.mjs";

/**
 * What a program pays the compiler for our types: ten lines that use typed jobs against an empty program, both checked as
 * `tsc --noEmit` does, with the packed declarations and without @types/node. It prints a figure and judges nothing, since
 * time is the machine's: `pnpm measure:types`, after a build.
 */
const rounds = 9;

const programs = {
  empty: "export {};\n",
  jobs: `import { bearer, createClient, isNotFound, toArray, type SynchronizationJob } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

const graph = createClient({ transport: fetchTransport(), plugins: [bearer("a-token")] });
const { jobs } = graph.servicePrincipals("an-object-id").synchronization;
const all: SynchronizationJob[] = await toArray(jobs.list({ select: ["id", "status"] }));
for (const { id, status } of all) {
  if (status?.code === "Quarantine") await jobs(id ?? "").restart(["Watermark"]).catch(isNotFound);
  console.log(id, status?.lastExecution?.countExported ?? 0);
}
`,
};

const compilerOptions = {
  target: "ES2023",
  lib: ["ES2023", "DOM"],
  types: [],
  module: "NodeNext",
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Checks a program in this process; prints the seconds of CPU time that the process took for it. */
function checkProgram(file) {
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, ".");
  const host = ts.createCompilerHost(options);
  // What `tsc` does, and the API does not unless told: documentation comments are skipped, not parsed.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  const faults = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, host));
  const { user, system } = process.cpuUsage();
  console.log((user + system) / 1e6);
}

async function compare(folder) {
  mkdirSync(join(folder, "node_modules/@graph-sync"), { recursive: true });
  for (const { content, manifest } of packAll(folder)) {
    if (manifest.name.startsWith("@graph-sync/")) symlinkSync(content, join(folder, "node_modules", manifest.name));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text);
  const seconds = (name) => Number(output(folder, process.execPath, fileURLToPath(import.meta.url), `${name}.ts`));
  // One after the other in each round, so that two neighbours saw the same machine; the first round only warms the disk.
  const pairs = Array.from({ length: rounds + 1 }, () => ({ jobs: seconds("jobs"), empty: seconds("empty") })).slice(1);
  const spread = (numbers) => {
    const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(numbers, part).toFixed(2));
    return `${median} (${low} to ${high})`;
  };
  const added = spread(pairs.map(({ jobs, empty }) => jobs - empty));
  const share = spread(pairs.map(({ jobs, empty }) => jobs / empty));
  console.log(`typed jobs cost a type check ${added} s of CPU time over an empty program`);
  // The machine's speed is in neither of the two.
  console.log(`that is ${share} times the ${spread(pairs.map(({ empty }) => empty))} s of the empty one`);
}

/** The number that this part of them is below. */
function quantile(numbers, part) {
  return numbers.toSorted((a, b) => a - b)[Math.round(part * (numbers.length - 1))];
}

const [file] = process.argv.slice(2);
if (file === undefined) await inFolder(compare);
else checkProgram(file);
