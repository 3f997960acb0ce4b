import { abortable } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { isTooDeep } from "../output/nesting.ts";
import { plain } from "../output/plain.ts";
import type { Input, Surroundings } from "../surroundings.ts";
import { mostBytes, readText } from "../storage/read-text.ts";

/** What a person names on the command line to be read: a file, or `-`. */
export type InputSource = Pick<Surroundings, "stdin" | "signal">;

/**
 * The text of a file, or of stdin for `-`.
 * @throws Refusal that names the file
 */
export function readInput(path: string, source: InputSource): Promise<string> {
  // A named pipe may never be written to.
  return path === "-" ? readStdin(source) : abortable(neededText(path), source.signal);
}

/** What people call an input. */
export function inputName(path: string): string {
  return path === "-" ? "stdin" : plain(path);
}

/** @throws Refusal where it is not there or cannot be read */
export async function neededText(path: string): Promise<string> {
  const text = await readText(path, { exitCode: exitCodes.usage, hint: "It must be a file that you may read." });
  if (text !== undefined) return text.replace(/^\uFEFF/, "");
  throw new Refusal(exitCodes.usage, `There is no file ${plain(path)}.`, "Is the path right?");
}

/** All of stdin, unless it is more than that. */
export function readStdin(
  { stdin, signal }: InputSource,
  { limit = mostBytes, hint = "Is it the right file?" }: { readonly limit?: number; readonly hint?: string } = {},
): Promise<string> {
  return abortable(all(stdin, limit, hint), signal);
}

async function all(stdin: Input, limit: number, hint: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > limit) throw new Refusal(exitCodes.usage, `stdin holds more than ${limit} characters.`, hint);
  }
  return text + decoder.decode();
}

/**
 * A file, or stdin for `-`, that holds one JSON object.
 * @throws Refusal that names the file and what is wrong with it
 */
export async function readJsonObject(path: string, source: InputSource): Promise<Record<string, unknown>> {
  const name = inputName(path);
  const text = await readInput(path, source);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Refusal(exitCodes.usage, `${name} is not JSON.`, "It must hold one object in braces.", { cause });
  }
  if (isTooDeep(value)) {
    throw new Refusal(exitCodes.usage, `${name} is nested too deeply.`, "No object of the directory is that deep.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refusal(exitCodes.usage, `${name} holds no JSON object.`, 'For example {"givenName": "Ada"}.');
}
