import type { SynchronizationSchema } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { inputName, type InputSource, readInput } from "../input/read-input.ts";
import { plain } from "../output/plain.ts";
import { formatOfText, type SchemaFormat } from "./schema-format.ts";

/** A schema as it was found in a file. */
export interface ReadSchema {
  readonly schema: SynchronizationSchema;
  readonly text: string;
  readonly format: SchemaFormat;
}

/**
 * Reads a schema from a file, or from stdin for `-`; JSON and YAML are told apart by what they hold.
 * @throws Refusal that names the file and the place in it
 */
export async function readSchema(path: string, source: InputSource): Promise<ReadSchema> {
  const text = await readInput(path, source);
  const format = formatOfText(text);
  return { schema: await usable(path, () => schemaIn(text, format)), text, format };
}

/** Does something with a schema that a person gave; what is wrong in it becomes a refusal that names where it came from. */
export function usable<T>(name: string, use: () => T | Promise<T>): Promise<T> {
  return withoutFault(inputName(name), exitCodes.usage, looksLike, use);
}

/** The same with a schema that the service answered: nobody here has mistyped it. */
export function answered<T>(name: string, use: () => T | Promise<T>): Promise<T> {
  const hint = "So the service answered: is it the right --base-url?";
  return withoutFault(plain(name), exitCodes.failed, hint, use);
}

async function withoutFault<T>(where: string, exitCode: ExitCode, hint: string, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const { isSchemaError } = await import("@graph-sync/schema");
    if (!isSchemaError(error)) throw error;
    throw new Refusal(exitCode, `${where}: ${error.message}`, hints[error.code] ?? hint, { cause: error });
  }
}

async function schemaIn(text: string, format: SchemaFormat): Promise<SynchronizationSchema> {
  if (format === "json") return (await import("@graph-sync/schema")).parse(text);
  return (await import("@graph-sync/schema/yaml")).parseYaml(text);
}

const looksLike = "graph-sync schema export <app> prints a schema.";
const hints: Readonly<Record<string, string>> = {
  "unbound-placeholder": "This is a portable schema; schema plan fills what the live schema tells, the rest is yours.",
};
