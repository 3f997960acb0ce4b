import { readdirSync } from "node:fs";

/**
 * A file of comparisons/: it exports these four.
 * @typedef {object} Comparison
 * @property {string} name what `pnpm bench` takes
 * @property {string} title what is compared, as a heading
 * @property {string} baseline the contestant that the others are compared with
 * @property {readonly Contestant[]} contestants
 */

/**
 * One way to do the work.
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} [peer] compared with this contestant instead of the baseline
 * @property {(origin: string) => Promise<Runner> | Runner} setup called once, in a process of its own
 */

/**
 * @typedef {object} Runner
 * @property {() => Promise<void>} run one request; rejects where the answer is not the right one
 * @property {import("./slice.mjs").Meter} [meter] of the process that does the work, unless that is the contestant's own
 * @property {() => Promise<void> | void} close
 */

/** @typedef {{ readonly file: string, readonly comparison: Comparison }} Found */

/**
 * Every comparison there is, in the order of the file names.
 * @returns {Promise<readonly Found[]>}
 */
export function comparisons() {
  const folder = new URL("comparisons/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".mjs"));
  return Promise.all(
    files.sort().map(async (name) => {
      const file = new URL(name, folder).href;
      return { file, comparison: await import(file) };
    }),
  );
}

/**
 * The contestant that another one is compared with; undefined for the baseline itself.
 * @param {Comparison} comparison
 * @param {Contestant} contestant
 * @returns {string | undefined}
 */
export function peerOf(comparison, contestant) {
  const isPeer = comparison.contestants.some(({ peer }) => peer === contestant.name);
  return contestant.peer ?? (isPeer || contestant.name === comparison.baseline ? undefined : comparison.baseline);
}
