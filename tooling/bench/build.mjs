import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Builds the packages that this one depends on (turbo skips what is built already), since a benchmark of sources would
 * measure what nobody installs.
 */
export function build() {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const turbo = `${root}node_modules/turbo/bin/turbo`;
  const words = [turbo, "run", "build", "--filter=@graph-sync/tooling-bench^...", "--output-logs=errors-only"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0)
    throw new Error(`${stdout}${stderr}\nThe packages cannot be built, so there is nothing to measure.`);
}
