import { directoryRoles, permissions } from "@graph-sync/core/permissions";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { columns, type JsonOptions, show } from "../output/records.ts";
import type { Output } from "../surroundings.ts";
import type { AnyVerb } from "../verb.ts";

/** Prints what each operation of a verb needs: the least permission comes first. @throws Refusal for a verb that is none */
export async function printNeeds(
  words: string,
  verbs: readonly AnyVerb[],
  options: JsonOptions,
  stdout: Output,
): Promise<void> {
  const verb = verbs.find((each) => each.words === words.trim());
  if (verb === undefined) {
    throw new Refusal(exitCodes.usage, `There is no verb ${plain(words)}.`, 'For example --for "job start".');
  }
  const value = (verb.needs ?? []).map((operation) => {
    const { delegated, application, inferred = false } = permissions[operation];
    return { operation, application, delegated, directoryRoles, inferred };
  });
  const text = async (): Promise<string> => {
    if (value.length === 0)
      return `No operation is listed for ${words}: it sends nothing, or what it needs is not written down yet.\n`;
    const rows = value.map(({ operation, application, delegated, inferred }) => [
      operation,
      application.join(" or "),
      delegated.join(" or "),
      inferred ? "inferred" : "",
    ]);
    const table = await columns(["OPERATION", "FOR AN APP", "FOR A PERSON", ""], rows);
    return `${table}\nA person also needs one of the directory roles ${directoryRoles.join(", ")}, or to own the app.\n`;
  };
  await show({ value, text }, options, stdout);
}
