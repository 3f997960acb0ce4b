import { abortable } from "@graph-sync/core";
import { readFile } from "node:fs/promises";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import type { Input, Surroundings } from "../surroundings.ts";

/**
 * The text of a file, or of stdin for `-`.
 * @throws Refusal that names the file
 */
export async function readInput(path: string, { stdin, signal }: Surroundings): Promise<string> {
  if (path === "-") return abortable(readStdin(stdin), signal);
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? plain(cause.code) : "unknown error";
    throw new Refusal(exitCodes.usage, `${plain(path)} cannot be read (${code}).`, "Is the path right?", { cause });
  }
}

/** All of stdin. */
export async function readStdin(stdin: Input): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/**
 * A file, or stdin for `-`, that holds one JSON object.
 * @throws Refusal that names the file and what is wrong with it
 */
export async function readJsonObject(path: string, surroundings: Surroundings): Promise<Record<string, unknown>> {
  const name = path === "-" ? "stdin" : plain(path);
  const text = await readInput(path, surroundings);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new Refusal(exitCodes.usage, `${name} is not JSON.`, "It must hold one object in braces.", { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refusal(exitCodes.usage, `${name} holds no JSON object.`, 'For example {"givenName": "Ada"}.');
}
