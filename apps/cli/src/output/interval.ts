import { durationMs } from "@graph-sync/core";
import { plain } from "./plain.ts";
import { units } from "./units.ts";

/** A schedule's interval in words: `every 40 min`, `never`, or what it is if it is no duration. "" where there is none. */
export function interval(value: unknown): string {
  const text = plain(value);
  if (text === "") return "";
  const ms = durationMs(text);
  // The longest duration of .NET, which is no length, stands for "never".
  if (ms === null && text.startsWith("P10675199D")) return "never";
  return `every ${length(ms ?? 0) || text}`;
}

/** `1 h 30 min`; "" for none. */
function length(ms: number): string {
  const words: string[] = [];
  let rest = Math.round(ms);
  for (const unit of units) {
    // The smallest unit takes what is left, with its fraction.
    const amount = unit.name === "s" ? rest / unit.ms : Math.floor(rest / unit.ms);
    if (amount > 0) words.push(`${amount} ${unit.name}`);
    rest -= amount * unit.ms;
  }
  return words.join(" ");
}
