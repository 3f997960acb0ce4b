import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installed, quietly, visibly } from "./commands.mjs";
import { readJson, root } from "./packages.mjs";
import { tally } from "./report.mjs";

/**
 * The two commands of a fresh machine, which has only node and npm: `npm run demo` and `npm test`.
 * pnpm comes through npx, as pinned in package.json; what is installed or built already costs a moment.
 */
const [task, ...rest] = process.argv.slice(2);

const tasks = { demo, test };
if (!Object.hasOwn(tasks, task)) {
  console.error(`Say what to run: node tooling/workspace/run.mjs ${Object.keys(tasks).join(" | ")} [arguments]`);
  process.exit(2);
}
process.exitCode = await tasks[task](rest);

/** Only what the two programs need is installed and built: a clone that ran this stays small. */
async function demo(args) {
  const programs = ["graph-sync", "@graph-sync/server"];
  const filters = [".", ...programs.map((name) => `${name}...`)].flatMap((filter) => ["--filter", filter]);
  const pnpm = await installed(...filters);
  await quietly("build", ...pnpm, "exec", "turbo", "run", "build", ...programs.map((name) => `--filter=${name}`));
  return visibly(process.execPath, join(root, "tooling/workspace/demo.mjs"), ...args);
}

async function test(args) {
  const pnpm = await installed();
  await quietly("build", ...pnpm, "exec", "turbo", "run", "build");

  const file = join(root, ".ci/report.json");
  rmSync(file, { force: true });
  const vitest = [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    join(root, "tooling/vitest/vitest.config.ts"),
  ];
  const code = await visibly(
    process.execPath,
    ...vitest,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...args,
  );
  if (!existsSync(file)) {
    console.error("vitest ended without a report, so nothing is known to have passed.");
    return code || 1;
  }
  const { line, good } = tally(readJson(file));
  console.log(line);
  return good ? code : code || 1;
}
