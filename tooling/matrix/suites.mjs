import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { readJson, root } from "../workspace/packages.mjs";
import { tally } from "../workspace/report.mjs";

/** On an idle machine no suite takes a third of it; one that hangs on some Node is a failure of that Node. */
const longestMs = 20 * 60_000;

/**
 * Runs the tests of some projects on one Node.
 * @param {import("./nodes.mjs").Runtime} runtime
 * @param {readonly string[]} projects names as vitest has them, `*` included
 * @returns {Promise<{ readonly line: string, readonly good: boolean, readonly details: string }>}
 */
export async function run({ version, execPath }, projects) {
  const scratch = mkdtempSync(join(tmpdir(), "graph-sync-matrix-"));
  const file = join(scratch, "report.json");
  const started = performance.now();
  try {
    const said = await vitest(execPath, [
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const report = existsSync(file) ? readJson(file) : undefined;
    return summary(version, seconds, report, said);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The line of one Node, and what to read where it is not good.
 * @param {string} version
 * @param {string} seconds
 * @param {Report | undefined} report undefined where vitest ended without one
 * @param {{ readonly code: number | null, readonly output: string }} said
 */
export function summary(version, seconds, report, { code, output }) {
  const name = `Node ${version}:`.padEnd(14);
  if (report === undefined) {
    return { line: `${name} no report after ${seconds} s, exit code ${code}`, good: false, details: output };
  }
  const { line, good } = tally(report);
  // An unhandled error is no test's failure, and still one.
  const clean = good && code === 0;
  const details = [...failures(report), ...(clean ? [] : [output.slice(-4000)])];
  return { line: `${name} ${line} (${seconds} s)`, good: clean, details: details.join("\n") };
}

function* failures({ testResults }) {
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((one) => one.status === "failed");
    if (status === "failed" && failed.length === 0) yield `${name}: ${message}`;
    for (const { fullName, failureMessages } of failed) yield `${name}: ${fullName}\n${failureMessages?.join("\n")}`;
  }
}

/**
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly TestFile[]} testResults
 */

/**
 * @typedef {object} TestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {readonly { status: string, fullName?: string, failureMessages?: readonly string[] }[]} assertionResults
 */

/** What it says goes nowhere but into the details. */
function vitest(execPath, words) {
  const program = join(root, "node_modules/vitest/vitest.mjs");
  const child = spawn(execPath, [program, "run", "--config", join(root, "tooling/vitest/vitest.config.ts"), ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: longestMs,
    // Programs that a test starts by the name `node` are of the same version.
    env: { ...process.env, PATH: `${dirname(execPath)}${delimiter}${process.env.PATH ?? ""}` },
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on("data", (bytes) => output.push(bytes));
  child.stderr.on("data", (bytes) => output.push(bytes));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: Buffer.concat(output).toString("utf8") }));
  });
}
