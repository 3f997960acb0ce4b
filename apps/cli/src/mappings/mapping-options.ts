import type { AttributeMapping } from "@graph-sync/core";
import { type Command, Option } from "commander";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { readExpression } from "../expressions/read-expression.ts";
import type { Surroundings } from "../surroundings.ts";
import { addSchemaChangeOptions, type SchemaChangeOptions } from "./change-schema.ts";

/** What an attribute mapping can be given. */
export interface MappingOptions extends SchemaChangeOptions {
  readonly expression?: string;
  readonly matching?: string;
  /** False for `--no-default`. */
  readonly default?: string | false;
  readonly flow?: keyof typeof flows;
}

const flows = { always: "Always", create: "ObjectAddOnly", "add-values": "MultiValueAddOnly" } as const;

export function addMappingOptions(command: Command): void {
  command
    .option("--expression <text>", "where the value comes from: '[mail]', '\"DE\"', 'ToUpper([country])'")
    .option("--matching <priority>", "find accounts by it, the lowest first; 0: not")
    .option("--default <text>", "what a new account gets where the source has nothing")
    .option("--no-default", "no such value")
    .addOption(new Option("--flow <when>", "always, or only when the account is made").choices(Object.keys(flows)));
  addSchemaChangeOptions(command);
}

/**
 * The members of a mapping that the options give.
 * @throws Refusal where one is wrong, before anything is sent
 */
export async function membersOf(
  { expression, matching, default: otherwise, flow }: MappingOptions,
  surroundings: Pick<Surroundings, "stderr">,
): Promise<AttributeMapping> {
  if (matching !== undefined && !/^\d{1,9}$/.test(matching)) {
    throw new Refusal(exitCodes.usage, "--matching takes a whole number.", "1 is tried first; 0 is for no matching.");
  }
  return {
    ...(expression === undefined ? {} : { source: await sourceOf(expression, surroundings) }),
    ...(matching === undefined ? {} : { matchingPriority: Number(matching) }),
    ...(otherwise === undefined ? {} : { defaultValue: otherwise === false ? null : otherwise }),
    ...(flow === undefined ? {} : { flowType: flows[flow] }),
  };
}

/** The tree beside the text, as the service keeps it. */
async function sourceOf(
  expression: string,
  surroundings: Pick<Surroundings, "stderr">,
): Promise<NonNullable<AttributeMapping["source"]>> {
  const tree = await readExpression(expression, surroundings);
  const { toParsedExpression } = await import("@graph-sync/expressions/service");
  return toParsedExpression(tree);
}
