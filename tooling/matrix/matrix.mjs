import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { installed, nodes } from "./nodes.mjs";
import { run } from "./suites.mjs";

/**
 * `pnpm matrix [--node 22 …] [--project packages/core …]`: the suites of the packages on each Node that is supported, a
 * line for each. It ends with 1 where one of them fails or cannot be had.
 */
const { values } = parseArgs({
  options: {
    node: { type: "string", multiple: true, default: Object.keys(nodes) },
    project: { type: "string", multiple: true, default: ["packages/*"] },
  },
});

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const runtimes = await installed(values.node);
  console.log(`${values.project.join(", ")} on ${process.platform} ${process.arch}, ${availableParallelism()} cores`);
  for (const runtime of runtimes) {
    const { line, good, details } = await run(runtime, values.project);
    console.log(line);
    if (good) continue;
    process.exitCode = 1;
    console.error(details);
  }
}
