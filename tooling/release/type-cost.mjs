import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typescript6, typescript7 } from "../typescript/compilers.mjs";
import { inFolder, output, packAll } from "./packed.mjs";

/**
 * What a program pays the compiler for our types: ten lines that use typed jobs against an empty program, both by
 * `tsc --noEmit`, with the packed declarations and without @types/node. It prints figures and judges nothing, since time is
 * the machine's: `pnpm measure:types`, after a build.
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

await inFolder((folder) => {
  mkdirSync(join(folder, "node_modules/@graph-sync"), { recursive: true });
  for (const { content, manifest } of packAll(folder)) {
    if (manifest.name.startsWith("@graph-sync/")) symlinkSync(content, join(folder, "node_modules", manifest.name));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, `${name}.ts`), text);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  }
  for (const [name, tsc] of Object.entries({ "TypeScript 7": typescript7, "TypeScript 6": typescript6 })) {
    const check = (program) => seconds(output(folder, process.execPath, tsc, "-p", `${program}.json`, "--diagnostics"));
    // One after the other in each round, so that two neighbours saw the same machine; the first round only warms the disk.
    const pairs = Array.from({ length: rounds + 1 }, () => ({ jobs: check("jobs"), empty: check("empty") })).slice(1);
    const added = spread(pairs.map(({ jobs, empty }) => jobs - empty));
    const share = spread(pairs.map(({ jobs, empty }) => jobs / empty));
    console.log(`${name}: typed jobs cost a type check ${added} s over an empty program`);
    // The machine's speed is in neither of the two.
    console.log(`that is ${share} times the ${spread(pairs.map(({ empty }) => empty))} s of the empty one`);
  }
});

/** What the compiler itself says it took. */
function seconds(diagnostics) {
  const [, total] = /^Total time: +([\d.]+)s$/m.exec(diagnostics) ?? [];
  if (total === undefined) throw new Error(`The compiler printed no total time:\n${diagnostics}`);
  return Number(total);
}

function spread(numbers) {
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(numbers, part).toFixed(2));
  return `${median} (${low} to ${high})`;
}

/** The number that this part of them is below. */
function quantile(numbers, part) {
  return numbers.toSorted((a, b) => a - b)[Math.round(part * (numbers.length - 1))];
}
