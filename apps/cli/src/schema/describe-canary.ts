import { withoutUnread } from "../expressions/directory-user.ts";
import { plain } from "../output/plain.ts";
import { columns } from "../output/records.ts";
import type { Canary } from "./canary.ts";
import type { ServiceValue } from "./service-value.ts";

/** What a canary has told, for people. */
export async function describeCanary({ results, unread }: Canary): Promise<string> {
  const rows = results.map(({ user, attribute, before, after }) => [
    plain(user),
    plain(attribute),
    shown(before),
    JSON.stringify(before) === JSON.stringify(after) ? "(the same)" : shown(after),
  ]);
  const heading = ["USER", "ATTRIBUTE", "NOW", "PLANNED"];
  return `\nFor these users, by the changed mappings:\n${await columns(heading, rows)}${withoutUnread(unread)}`;
}

function shown(value: ServiceValue): string {
  if (value === null) return "(no value)";
  return "error" in value ? `error: ${plain(value.error)}` : value.map(plain).join(", ");
}
