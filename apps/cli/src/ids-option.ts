import { Refusal } from "./errors/refusal.ts";
import { exitCodes } from "./exit-codes.ts";

/**
 * The ids of a list with commas, at least one.
 * @throws Refusal that names what was typed
 */
export function idsIn(list: string, what: string): readonly string[] {
  const ids = list.split(",").map((id) => id.trim());
  if (ids.every((id) => id !== "")) return ids;
  throw new Refusal(
    exitCodes.usage,
    `${what} must be an id, or several with commas between them.`,
    "No blanks are needed.",
  );
}
