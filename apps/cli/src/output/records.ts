import { type Command, InvalidArgumentError, Option } from "commander";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Output } from "../surroundings.ts";
import { beginnings, type Members, type Stray, stray } from "./fields.ts";
import { json } from "./json.ts";
import { member } from "./member.ts";
import { plain } from "./plain.ts";

/** Of every verb that prints what it read. */
export interface JsonOptions {
  /** `true` for whole objects, else the fields to print. */
  readonly json?: true | NamedFields;
}

/** The fields of `--json a,b.c`. */
export interface NamedFields {
  readonly paths: readonly string[];
  /** Those of them that are not documented: an answer must have them. */
  readonly strays: readonly Stray[];
}

/**
 * `--json [fields]`, for objects with these members. A field that cannot be there is refused before anything is sent; for a verb that
 * `writes` also one that only may be, since afterwards it would be too late.
 */
export function addJsonOption(
  command: Command,
  members: Members,
  { writes = false }: { readonly writes?: boolean } = {},
): void {
  const named = (text: string): NamedFields => {
    const paths = text.split(",").map((path) => path.trim());
    if (!paths.every((path) => /^[^\s.]+([.][^\s.]+)*$/.test(path))) {
      throw new InvalidArgumentError("Write names of fields, as id,status.code, or none for whole objects.");
    }
    const strays = paths.map((path) => stray(path, members)).filter((each) => each !== undefined);
    const lost = strays.find(({ open }) => writes || !open);
    if (lost !== undefined) throw new InvalidArgumentError(sentence(lost, lost.names));
    return { paths, strays };
  };
  const description = "print JSON for programs: whole objects, or these fields of them (a,b.c)";
  command.addOption(new Option("--json [fields]", description).argParser(named));
}

function sentence({ path, above }: Stray, names: readonly string[]): string {
  const there = names.length === 0 ? "nothing" : names.join(", ");
  return `There is no ${plain(path)}; ${above === "" ? "there" : `below ${plain(above)} there`} is ${plain(there)}.`;
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
  if (Array.isArray(value)) stdout.write(json(picked(value, options)));
  else stdout.write(json(picked([value], options)[0]));
}

/**
 * Only the fields that were named of each object, each under its own path; the objects themselves where none were named.
 * @throws Refusal for a field that is neither documented nor in one of the objects
 */
export function picked(values: readonly unknown[], options: JsonOptions): readonly unknown[] {
  return picker(options)(values);
}

/** `picked` for a stream: the first objects that come tell whether a field is there. */
export function picker({ json: fields }: JsonOptions): (values: readonly unknown[]) => readonly unknown[] {
  let looked = false;
  return (values) => {
    if (fields === undefined || fields === true) return values;
    if (!looked) refuseMissing(fields.strays, values);
    looked ||= values.length > 0;
    return values.map((value) => Object.fromEntries(fields.paths.map((path) => [path, at(value, path) ?? null])));
  };
}

function refuseMissing(strays: readonly Stray[], values: readonly unknown[]): void {
  const missing = strays.find(({ path }) => values.every((value) => at(value, path) === undefined));
  if (missing === undefined || values.length === 0) return;
  const answered = values.flatMap((value) => namesOf(missing.above === "" ? value : at(value, missing.above)));
  const names = [...new Set([...missing.names, ...answered])];
  throw new Refusal(exitCodes.usage, `--json: ${sentence(missing, names)}`, "Leave the fields out for whole objects.");
}

function namesOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** What stands at a path, or undefined. */
function at(value: unknown, path: string): unknown {
  for (const name of beginnings(path)) {
    const found = member(value, name);
    if (found !== undefined) return name === path ? found : at(found, path.slice(name.length + 1));
  }
  return undefined;
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
