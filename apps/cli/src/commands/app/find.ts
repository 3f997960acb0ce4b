import { odata, toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { exitCodes } from "../../exit-codes.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { appFields, appTable } from "./list.ts";

interface FindOptions extends ConnectionOptions, JsonOptions {}

export const appFind: AnyVerb = verb<FindOptions>({
  words: "app find",
  args: "<text>",
  summary: "find apps whose name begins with a text",
  details: "Ends with exit code 5 where there is none.",
  example: "graph-sync app find Quill",
  needs: ["servicePrincipals.list"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, appFields);
  },
  async run({ args: [text = ""], options, surroundings }) {
    return inSession(options, surroundings, { words: "app find" }, async ({ client, call }) => {
      const filter = odata`startswith(displayName,${text})`;
      const apps = await toArray(
        client.servicePrincipals.list({ select: ["id", "appId", "displayName"], filter }, call),
      );
      await show({ value: apps, text: () => appTable(apps) }, options, surroundings.stdout);
      return apps.length === 0 ? exitCodes.notFound : exitCodes.ok;
    });
  },
});
