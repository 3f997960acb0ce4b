import { abortable, isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Surroundings } from "../surroundings.ts";
import { readText } from "../writing/whole-file.ts";

/**
 * The body of `request`, from `@file` or, as `@-`, from stdin. A command line is no place for it: other programs can read it
 * there, and a body may hold a secret. For the same reason no refusal repeats a part of it.
 * @throws Refusal
 */
export async function requestBody(source: string, { stdin, signal }: Surroundings): Promise<JsonObject> {
  const [, file] = /^@(.+)$/s.exec(source) ?? [];
  if (file === undefined) {
    throw new Refusal(
      exitCodes.usage,
      "-d takes @file, or @- for stdin: other programs on this machine can read a command line.",
      "Put the JSON into a file, or pipe it: … | graph-sync request POST <path> -d @-",
    );
  }
  const text = file === "-" ? await abortable(all(stdin), signal) : await readText(file);
  if (text === undefined) {
    throw new Refusal(
      exitCodes.usage,
      `There is no file ${file}.`,
      "Nothing was sent. -d takes @file, or @- for stdin.",
    );
  }
  const body = parseJson(text);
  if (isJsonObject(body)) return body;
  const where = file === "-" ? "stdin" : file;
  throw new Refusal(exitCodes.usage, `The body in ${where} is no JSON object.`, "Nothing was sent.");
}

async function all(stdin: Surroundings["stdin"]): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
