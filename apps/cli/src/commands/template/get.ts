import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { templateFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, facts, type JsonOptions, show } from "../../output/records.ts";
import { resolveApp } from "../../target/resolve-app.ts";
import { type AnyVerb, verb } from "../../verb.ts";

interface GetOptions extends ConnectionOptions, JsonOptions {}

export const templateGet: AnyVerb = verb<GetOptions>({
  words: "template get",
  args: "<app> <template>",
  summary: "show one template of an app",
  example: "graph-sync template get Quillnote scim --json",
  needs: ["servicePrincipals.list", "templates.get"],
  options(command) {
    addConnectionOptions(command);
    addJsonOption(command, templateFields);
  },
  async run({ args: [word = "", templateId = ""], options, surroundings }) {
    await inSession(options, surroundings, { words: "template get" }, async (session) => {
      const { id } = await resolveApp(session, word);
      const template = await session.client
        .servicePrincipals(id)
        .synchronization.templates(templateId)
        .get(undefined, session.call);
      const text = (): Promise<string> =>
        facts(`Template ${plain(template.id)}`, [
          ["factory tag", plain(template.factoryTag)],
          ["default", template.default === true ? "yes" : "no"],
          ["discoverable", template.discoverable === true ? "yes" : "no"],
          ["description", plain(template.description)],
          ...(template.metadata ?? []).map(({ key, value }) => [plain(key), plain(value)] as const),
        ]);
      await show({ value: template, text }, options, surroundings.stdout);
    });
  },
});
