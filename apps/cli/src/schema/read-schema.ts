import type { SynchronizationSchema } from "@graph-sync/core";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import type { Input, Surroundings } from "../surroundings.ts";
import { readText } from "../writing/whole-file.ts";
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
export async function readSchema(path: string, { stdin }: Pick<Surroundings, "stdin">): Promise<ReadSchema> {
  const text = path === "-" ? await all(stdin) : await neededText(path);
  const format = formatOfText(text);
  return { schema: await usable(path, () => schemaIn(text, format)), text, format };
}

/** @throws Refusal where it is not there or cannot be read */
export async function neededText(path: string): Promise<string> {
  const text = await readText(path);
  if (text !== undefined) return text;
  throw new Refusal(exitCodes.usage, `There is no file ${plain(path)}.`, "Is the path right?");
}

/** Does something with a schema; what is wrong in it becomes a refusal that names where it came from. */
export async function usable<T>(name: string, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    const { isSchemaError } = await import("@graph-sync/schema");
    if (!isSchemaError(error)) throw error;
    const where = name === "-" ? "stdin" : plain(name);
    throw new Refusal(exitCodes.usage, `${where}: ${error.message}`, hints[error.code] ?? looksLike, { cause: error });
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

async function all(stdin: Input): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stdin) text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
