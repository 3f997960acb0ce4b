import { isJsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { readText } from "../../storage/read-text.ts";
import { writeWhole } from "../../storage/whole-file.ts";

/** How far the logs have been read. */
export interface LogPosition {
  /** The service and the question; a position of another one is worth nothing. */
  readonly of: string;
  /** Entries before this moment are done with (ISO 8601); undefined at the very beginning. */
  readonly from: string | undefined;
  /** Entries since then that are done with, each with its moment: the logs come late, and not in order. */
  readonly seen: readonly (readonly [id: string, at: string])[];
  /** The next page, where reading ended between two. */
  readonly nextLink: string | undefined;
  /** The length that a file of entries had then, for one that is continued. */
  readonly bytes: number | undefined;
}

/**
 * Reads the position that an earlier run kept in a file; undefined where there is no file.
 * @throws Refusal for a file that is none of ours, or that belongs to another question
 */
export async function readPosition(path: string, of: string): Promise<LogPosition | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const kept = parseJson(text);
  if (!isJsonObject(kept) || typeof kept["of"] !== "string") {
    throw new Refusal(exitCodes.usage, `${path} is no cursor of graph-sync.`, "Name a file that does not exist yet.");
  }
  if (kept["of"] !== of) {
    throw new Refusal(
      exitCodes.usage,
      `The cursor ${path} belongs to another question, which was: ${kept["of"]}.`,
      "Ask the same again, or name another file.",
    );
  }
  const { from, seen, nextLink, bytes } = kept;
  return {
    of,
    from: textOf(from),
    seen: (Array.isArray(seen) ? seen : []).filter(isSeen),
    nextLink: textOf(nextLink),
    bytes: typeof bytes === "number" && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined,
  };
}

/** Keeps a position, whole or not at all. */
export async function writePosition(path: string, position: LogPosition): Promise<void> {
  await writeWhole(path, `${JSON.stringify(position)}\n`);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isSeen(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "string");
}
