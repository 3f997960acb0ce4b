import type { Evaluation, Expression } from "@graph-sync/expressions";
import { type Command, Option } from "commander";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession, type Session } from "../../connection/session.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { attributesIn, readUser, withoutUnread } from "../../expressions/directory-user.ts";
import { readExpression } from "../../expressions/read-expression.ts";
import {
  addTriedObjectOptions,
  givenObject,
  type TriedObjectOptions,
  userObject,
} from "../../expressions/tried-object.ts";
import { ours } from "../../output/fields.ts";
import type { DiscreetSurroundings } from "../../output/discreet.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { resolveSchema } from "../../schema/resolve-schema.ts";
import { valueByService } from "../../schema/service-value.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface EvalOptions extends ConnectionOptions, JsonOptions, TriedObjectOptions {
  readonly by?: string;
  readonly surface?: "app-provisioning" | "cloud-sync";
  readonly operation?: "create" | "update";
  readonly defaultDomain?: string;
}

export const exprEval: AnyVerb = verb<EvalOptions>({
  words: "expr eval",
  args: "<expression>",
  summary: "evaluate an expression for an object",
  details:
    'Works without a tenant, unless for a --user. The object is JSON as Graph answers it: {"givenName": "Ada"}; without one no\n' +
    "attribute has a value. It prints the value, several values on a line each. Ends with 1 where the expression has no value\n" +
    "for the object. With --by the service itself evaluates it, by parseExpression (Synchronization.ReadWrite.All); nothing is\n" +
    "written.",
  failsWhen: "the expression has no value for the object",
  example:
    "graph-sync expr eval 'ToUpper([country])' --input user.json\n" +
    "graph-sync expr eval 'ToUpper([country])' --user ada@contoso.com --by Quillnote",
  needs: ["users.get", "servicePrincipals.list", "jobs.list", "jobs.schema.parseExpression"],
  options(command: Command) {
    addTriedObjectOptions(command);
    command
      .addOption(
        new Option("--by <schema>", "have the service evaluate it, as for this app, job:… or template:…").conflicts([
          ...["input", "surface", "operation", "defaultDomain"],
        ]),
      )
      .addOption(
        new Option("--surface <where>", "refuse what only the other one has").choices([
          "app-provisioning",
          "cloud-sync",
        ]),
      )
      .addOption(new Option("--operation <what>", "what the value is for; roles differ").choices(["create", "update"]))
      .option("--default-domain <name>", "the tenant's, for DefaultDomain()");
    addConnectionOptions(command);
    addJsonOption(command, ours(["values", "dropped", "redacted"], { value: "value" }));
  },
  async run({ args: [expression = ""], options, surroundings }) {
    const { by, user } = options;
    if (by !== undefined) return byService(expression, by, options, surroundings);
    const tree = await readExpression(expression, surroundings);
    const here = async (attributes: Readonly<Record<string, unknown>>): Promise<void> =>
      showValue(await evaluated(tree, attributes, options, surroundings), options, surroundings);
    if (user === undefined) return here(await givenObject(options, surroundings));
    await inSession(options, surroundings, { words: "expr eval" }, async (session) =>
      here(await userObject(session, user, attributesIn(expression), surroundings)),
    );
  },
});

async function evaluated(
  tree: Expression,
  attributes: Readonly<Record<string, unknown>>,
  { surface, operation, defaultDomain }: EvalOptions,
  surroundings: DiscreetSurroundings,
): Promise<Evaluation> {
  const { evaluate, isExpressionEvaluationError } = await import("@graph-sync/expressions");
  try {
    return evaluate(tree, {
      attributes,
      clock: surroundings,
      random: Math.random,
      ...(surface === undefined ? {} : { surface }),
      ...(operation === undefined ? {} : { operation }),
      ...(defaultDomain === undefined ? {} : { defaultDomain }),
    });
  } catch (cause) {
    if (!isExpressionEvaluationError(cause)) throw cause;
    const hint = `Such an object would not get this attribute (${cause.code}).`;
    throw new Refusal(exitCodes.failed, cause.message, hint, { cause });
  }
}

async function showValue(value: Evaluation, options: JsonOptions, surroundings: DiscreetSurroundings): Promise<void> {
  await show({ value, text: async () => textOf(value) }, options, surroundings.stdout);
  if (value.redacted) surroundings.stderr.write("Provisioning logs show [Redact] instead of this value.\n");
}

/** The service knows the functions of the app; what it says is shown, whatever this program thinks of the expression. */
async function byService(
  expression: string,
  word: string,
  options: EvalOptions,
  surroundings: DiscreetSurroundings,
): Promise<void> {
  await inSession(options, surroundings, { words: "expr eval" }, async (session: Session) => {
    const live = await resolveSchema(session, word);
    const { properties, unread } =
      options.user === undefined
        ? { properties: [], unread: [] }
        : await readUser(session, options.user, attributesIn(expression));
    surroundings.stderr.write(withoutUnread(unread));
    const answer = await valueByService(session, live, expression, properties);
    if (answer !== null && "error" in answer) {
      throw new Refusal(exitCodes.failed, plain(answer.error), "So the service says; no value came out.");
    }
    const values = answer ?? [];
    await show(
      { value: { values }, text: async () => textOf({ values, dropped: false }) },
      options,
      surroundings.stdout,
    );
  });
}

function textOf({ values, dropped }: Pick<Evaluation, "values" | "dropped">): string {
  if (dropped) return "(the attribute leaves the flow; the target keeps what it has)\n";
  return values.length === 0 ? "(no value)\n" : values.map((value) => `${plain(value)}\n`).join("");
}
