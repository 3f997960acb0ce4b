import type { Command } from "commander";
import { isVariableName } from "../connection/access-token.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { type InputSource, readStdin } from "../input/read-input.ts";
import type { DiscreetSurroundings } from "../output/discreet.ts";
import { codeOf } from "../storage/file-fault.ts";
import { readText } from "../storage/read-text.ts";

/** Of every verb that takes values which the service does not show. */
export interface SecretOptions {
  /** `KEY=env:NAME`, `KEY=file:F`, `KEY=-`, as they were typed. */
  readonly secret?: readonly string[];
  readonly tokenStdin?: boolean;
}

export function addSecretOption(command: Command): void {
  // Read in `givenSecrets`, because commander would repeat what it refuses, and that may be a secret.
  command.option(
    "--secret <KEY=from>",
    "a value from env:NAME, file:F or - (stdin), never the value itself; may be repeated",
    (word: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), word],
  );
}

const forms = "Write KEY=env:NAME, KEY=file:F or KEY=- (stdin).";

/**
 * Fetches the values that `--secret` names, by key. From then on they are hidden in all that is written.
 * @throws Refusal that names the key and never the value
 */
export async function givenSecrets(
  { secret = [], tokenStdin }: SecretOptions,
  surroundings: DiscreetSurroundings,
): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const word of secret) {
    const [, key, from] = /^([A-Za-z]\w{0,99})=(env:.+|file:.+|-)$/s.exec(word) ?? [];
    if (key === undefined || from === undefined) {
      throw new Refusal(
        exitCodes.usage,
        "--secret takes where a value is, not the value: other programs on this machine can read a command line, and the shell keeps it.",
        `${forms} If you typed a secret, renew it.`,
      );
    }
    if (places.has(key)) throw new Refusal(exitCodes.usage, `--secret names ${key} twice.`, "Give each key once.");
    places.set(key, from);
  }
  const fromStdin = [...places.values()].filter((from) => from === "-").length;
  if (fromStdin > 1 || (fromStdin === 1 && tokenStdin === true)) {
    throw new Refusal(exitCodes.usage, "stdin can be read for one value only.", "Take the others from env: or file:.");
  }
  const values = new Map<string, string>();
  for (const [key, from] of places) {
    const value = await valueFrom(key, from, surroundings);
    hideAll(value, surroundings);
    values.set(key, value);
  }
  return values;
}

/** Also as JSON quotes it, and line by line, for messages are put on one line. */
function hideAll(value: string, { hide }: DiscreetSurroundings): void {
  for (const form of new Set([value, JSON.stringify(value).slice(1, -1), ...value.split(/\s*\n\s*/)])) hide(form);
}

async function valueFrom(key: string, from: string, surroundings: DiscreetSurroundings): Promise<string> {
  const value = from.startsWith("env:")
    ? fromEnv(key, from.slice(4), surroundings.env)
    : withoutLineEnd(from === "-" ? await fromInput(key, surroundings) : await fromFile(key, from.slice(5)));
  if (value === "" || value === "*") {
    throw new Refusal(
      exitCodes.usage,
      `The value for ${key} is ${value === "" ? "empty" : "the mask that the service shows instead of one"}.`,
      "graph-sync secret unset removes a key.",
    );
  }
  return value;
}

function fromEnv(key: string, name: string, env: DiscreetSurroundings["env"]): string {
  // What is not a name may be the secret itself, so it is not repeated.
  const isName = isVariableName(name);
  const value = isName && Object.hasOwn(env, name) ? env[name] : undefined;
  if (value !== undefined) return value;
  throw new Refusal(
    exitCodes.usage,
    isName
      ? `The environment variable that should hold ${key} is not set.`
      : `What stands behind ${key}=env: is no name of an environment variable.`,
    forms,
  );
}

async function fromFile(key: string, path: string): Promise<string> {
  let why = "ENOENT";
  try {
    const text = await readText(path);
    if (text !== undefined) return text.replace(/^\uFEFF/, "");
  } catch (error) {
    why = (error instanceof Error ? codeOf(error.cause) : undefined) ?? "it is far too large";
  }
  // Neither the path nor the cause, which quotes it: somebody may have put the secret there.
  throw new Refusal(exitCodes.usage, `The file that should hold ${key} cannot be read (${why}).`, forms);
}

function fromInput(key: string, source: InputSource): Promise<string> {
  if (source.stdin.isTTY === true) {
    throw new Refusal(
      exitCodes.usage,
      `${key}=- reads a pipe, and stdin is a terminal, which would show what is typed.`,
      forms,
    );
  }
  return readStdin(source);
}

/** Editors and `echo` end a file with a line end, which is no part of the secret. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}
