import type { Command } from "commander";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../surroundings.ts";
import { json } from "./json.ts";
import { member } from "./member.ts";

/** Of every verb that prints what it read. */
export interface JsonOptions {
  /** `true` for whole objects, else the fields to print. */
  readonly json?: true | string;
}

export function addJsonOption(command: Command): void {
  command.option("--json [fields]", "print JSON for programs: whole objects, or these fields of them (a,b.c)");
}

/** What a verb has to show, for a person and for a program. */
export interface Shown<T> {
  readonly value: T;
  /** For people; made only when it is needed. */
  readonly text: () => Promise<string>;
}

/** Prints a value as JSON where that was asked for, else its text. */
export async function show<T>({ value, text }: Shown<T>, options: JsonOptions, stdout: Output): Promise<void> {
  if (options.json === undefined) return void stdout.write(await text());
  stdout.write(
    json(Array.isArray(value) ? value.map((item) => fieldsOf(item, options.json)) : fieldsOf(value, options.json)),
  );
}

/** Only these fields of an object, each under its own path; the object itself where none were named. */
export function fieldsOf(value: unknown, fields: JsonOptions["json"]): unknown {
  if (fields === undefined || fields === true) return value;
  const paths = fields.split(",").map((path) => path.trim());
  if (paths.some((path) => !/^[\w@]+([.][\w@]+)*$/.test(path))) {
    throw new Refusal(
      exitCodes.usage,
      "--json takes names of fields: id,status.code.",
      "Leave them out for whole objects.",
    );
  }
  return Object.fromEntries(
    paths.map((path) => [path, path.split(".").reduce<unknown>((at, name) => member(at, name), value) ?? null]),
  );
}

/** Columns with a heading, for people. */
export async function columns(heading: readonly string[], rows: readonly (readonly string[])[]): Promise<string> {
  if (rows.length === 0) return "(none)\n";
  const { table } = await import("./table.ts");
  return `${table([heading, ...rows], 0)}\n`;
}

/** Labels and the words beside them, for people. */
export async function facts(title: string, rows: readonly (readonly [string, string])[]): Promise<string> {
  const { table } = await import("./table.ts");
  return `${title}\n${table(rows, 2)}\n`;
}
