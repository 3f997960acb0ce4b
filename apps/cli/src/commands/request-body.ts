import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { inputName, type InputSource, readInput } from "../input/read-input.ts";

/**
 * The body of `request`, from `@file` or, as `@-`, from stdin. A command line is no place for it: other programs can read it
 * there, and a body may hold a secret. For the same reason no refusal repeats a part of it.
 * @throws Refusal
 */
export async function requestBody(word: string, source: InputSource): Promise<JsonObject> {
  const [, file] = /^@(.+)$/s.exec(word) ?? [];
  if (file === undefined) {
    throw new Refusal(
      exitCodes.usage,
      "-d takes @file, or @- for stdin: other programs on this machine can read a command line.",
      "Put the JSON into a file, or pipe it: … | graph-sync request POST <path> -d @-",
    );
  }
  const text = await readInput(file, source);
  const body = parseJson(text);
  if (isJsonObject(body)) return body;
  throw new Refusal(exitCodes.usage, `The body in ${inputName(file)} is no JSON object.`, "Nothing was sent.");
}
