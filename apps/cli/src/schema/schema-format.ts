import type { SynchronizationSchema } from "@graph-sync/core";
import type { FormatOptions } from "@graph-sync/schema";
import { type Command, Option } from "commander";

export type SchemaFormat = "json" | "yaml";

export function addFormatOption(command: Command, otherwise: string): void {
  command.addOption(
    new Option("--format <name>", `json, or yaml for reviews (default: ${otherwise})`).choices(["json", "yaml"]),
  );
}

/** JSON of a schema begins with a brace, and YAML of ours with a name or a comment. */
export function formatOfText(text: string): SchemaFormat {
  return /^\uFEFF?\s*(\{|$)/.test(text) ? "json" : "yaml";
}

/** A schema as text; the same schema is always the same text. */
export async function schemaText(
  schema: SynchronizationSchema,
  format: SchemaFormat,
  options: FormatOptions = {},
): Promise<string> {
  if (format === "json") return (await import("@graph-sync/schema")).format(schema, options);
  return (await import("@graph-sync/schema/yaml")).formatYaml(schema, options);
}
