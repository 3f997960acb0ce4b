import { type Method, request as send } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { inSession } from "../connection/session.ts";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { json } from "../output/json.ts";
import { plain } from "../output/plain.ts";
import { type AnyVerb, verb } from "../verb.ts";
import { addConfirmOption, confirm, type ConfirmOptions } from "../writing/confirm.ts";
import { addDryRunOption } from "../writing/dry-run.ts";
import { requestBody } from "./request-body.ts";
import { requestPath } from "./request-path.ts";

interface RequestOptions extends ConnectionOptions, ConfirmOptions {
  readonly data?: string;
}

const methods: ReadonlyMap<string, Method> = new Map(
  (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).map((method) => [method, method]),
);

export const request: AnyVerb = verb<RequestOptions>({
  words: "request",
  args: "<method> <path>",
  summary: "send any request of Graph, and print the JSON of its answer",
  details:
    "For what no other verb does. The path may have the version before it, and goes to the service in --base-url alone. A GET is\n" +
    "tried again where that helps, anything else never. A DELETE asks first; without a terminal it needs --yes.",
  example:
    "graph-sync request GET '/servicePrincipals?$top=1&$select=id'\n" +
    "graph-sync request POST /applicationTemplates/<id>/instantiate -d @body.json",
  options(command) {
    command.option("-d, --data <@file>", "send this file as the body, or stdin with @-; never the JSON itself");
    addConfirmOption(command);
    addDryRunOption(command);
    addConnectionOptions(command);
  },
  async run({ args: [word = "", path = ""], options, surroundings }) {
    const method = methods.get(word.toUpperCase());
    if (method === undefined) {
      throw new Refusal(
        exitCodes.usage,
        `There is no method ${plain(word)}.`,
        `Say ${[...methods.keys()].join(", ")}.`,
      );
    }
    if (method === "GET" && options.data !== undefined) {
      throw new Refusal(exitCodes.usage, "A GET has no body.", "Leave out -d, or name another method.");
    }
    if (options.data === "@-" && options.tokenStdin === true) {
      throw new Refusal(exitCodes.usage, "stdin cannot hold both the token and the body.", "Put the body into a file.");
    }
    await inSession(options, surroundings, { words: "request" }, async ({ client, address, call }) => {
      const below = requestPath(path, address);
      const body = options.data === undefined ? undefined : await requestBody(options.data, surroundings);
      if (method === "DELETE") await confirm(`DELETE ${below}?`, options, surroundings);
      const answer = await send(client, { method, path: below, ...(body === undefined ? {} : { body }) }, call);
      if (answer !== undefined) surroundings.stdout.write(json(answer));
    });
  },
});
