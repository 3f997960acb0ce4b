import { plain } from "../output/plain.ts";
import { columns } from "../output/records.ts";
import type { Canary, CanaryValue } from "./canary.ts";

/** What a canary has told, for people. */
export async function describeCanary({ results, unread }: Canary): Promise<string> {
  if (results.length === 0) return "\nNo mapping of users would change, so there is nothing to try for these users.\n";
  const rows = results.map(({ user, attribute, before, after }) => [
    plain(user),
    plain(attribute),
    shown(before),
    JSON.stringify(before) === JSON.stringify(after) ? "(the same)" : shown(after),
  ]);
  const heading = ["USER", "ATTRIBUTE", "NOW", "PLANNED"];
  const without =
    unread.length === 0 ? "" : `Not read from the directory, so taken as missing: ${unread.map(plain).join(", ")}.\n`;
  return `\nFor these users, by the changed mappings:\n${await columns(heading, rows)}${without}`;
}

function shown(value: CanaryValue): string {
  if (value === null) return "(no value)";
  return "error" in value ? `error: ${plain(value.error)}` : value.map(plain).join(", ");
}
