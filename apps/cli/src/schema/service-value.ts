import type { ParseExpressionResponse, StringKeyObjectValuePair } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import type { LiveSchema } from "./resolve-schema.ts";

/** The values, or what the service says against the expression; null where it gives none. */
export type ServiceValue = readonly string[] | { readonly error: string } | null;

/** Has the service evaluate an expression for an object, by `parseExpression`. Nothing is written. */
export async function valueByService(
  { call }: Session,
  { client }: Pick<LiveSchema, "client">,
  expression: string,
  properties: readonly StringKeyObjectValuePair[],
): Promise<ServiceValue> {
  const answer = await client.parseExpression({ expression, testInputObject: { properties } }, call);
  if (answer.parsingSucceeded !== true || answer.evaluationSucceeded !== true) return { error: reasonOf(answer) };
  const values = answer.evaluationResult ?? [];
  return values.length === 0 ? null : values;
}

function reasonOf({ error, parsingSucceeded }: ParseExpressionResponse): string {
  const said = error?.message ?? "";
  if (said !== "") return said;
  return parsingSucceeded === true ? "cannot be evaluated for this user" : "cannot be read";
}
