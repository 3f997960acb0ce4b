import { toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { templateFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../../output/records.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface ListOptions extends ConnectionOptions, JsonOptions {}

export const templateList: AnyVerb = verb<ListOptions>({
  words: "template list",
  args: "<app>",
  summary: "list the templates of an app",
  example: "graph-sync template list Quillnote",
  needs: ["servicePrincipals.list", "templates.list"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, templateFields);
  },
  async run({ args: [word = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "template list" }, async (session) => {
      const { id } = await resolveApp(session, word);
      const { templates } = session.client.servicePrincipals(id).synchronization;
      const found = await toArray(templates.list(undefined, session.call));
      const rows = found.map(({ id, factoryTag, default: byDefault, description }) => [
        plain(id),
        plain(factoryTag),
        byDefault === true ? "yes" : "",
        plain(description),
      ]);
      const text = (): Promise<string> => columns(["ID", "FACTORY TAG", "DEFAULT", "DESCRIPTION"], rows);
      await show({ value: found, text }, options, surroundings.stdout);
    });
  },
});
