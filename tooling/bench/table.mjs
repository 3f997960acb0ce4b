import { peerOf } from "./comparisons.mjs";
import { against, spread } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Spread} Spread */

/**
 * The result of one comparison under one load as a Markdown table.
 * @param {import("./comparisons.mjs").Comparison} comparison
 * @param {string} load
 * @param {ReadonlyMap<string, readonly import("./slice.mjs").Sample[]>} samples
 */
export function table(comparison, load, samples) {
  const rows = comparison.contestants.map((contestant) => {
    const own = samples.get(contestant.name) ?? [];
    const peer = peerOf(comparison, contestant);
    const compared = peer === undefined ? undefined : against(own, samples.get(peer) ?? []);
    return [
      contestant.name,
      compared === undefined ? "1" : `${shown(compared.ratio, 2)} × ${peer}`,
      compared === undefined ? "" : shown(compared.addedMicros, 0),
      shown(spread(own.map(({ cpuMicros }) => cpuMicros)), 0),
      shown(spread(own.map(({ perSecond }) => perSecond)), 0),
    ];
  });
  const head = [load, "ratio", "added µs CPU", "µs CPU a request", "requests/s"];
  return markdown([head, ["---", "---:", "---:", "---:", "---:"], ...rows]);
}

/**
 * @param {Spread} spread
 * @param {number} digits after the point
 */
export function shown({ median, low, high }, digits) {
  const [middle, from, to] = [median, low, high].map((value) => value.toFixed(digits));
  return `**${middle}** (${from} to ${to})`;
}

/** @param {readonly (readonly string[])[]} rows */
export function markdown(rows) {
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
