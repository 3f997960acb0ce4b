import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { idsIn } from "../../ids-option.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addProvisionOptions, provision, type ProvisionOptions } from "./provision.ts";

interface GroupOptions extends ProvisionOptions {
  readonly members?: string;
}

/** https://learn.microsoft.com/entra/identity/app-provisioning/provision-on-demand */
const mostMembers = 5;

export const provisionGroup: AnyVerb = verb<GroupOptions>({
  words: "provision group",
  args: "<app> <id>",
  summary: "provision a group now with up to five members, and show the steps",
  details: "<id> is the object id of the group. Ends with 1 unless it was provisioned or skipped.",
  failsWhen: "it was neither provisioned nor skipped",
  example: "graph-sync provision group Quillnote <group id> --members <user id>,<user id>",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "jobs.provisionOnDemand"],
  options(command) {
    command.option("--members <ids>", "object ids of up to five members, with commas between them");
    addProvisionOptions(command);
  },
  async run({ args: [word = "", objectId = ""], options, surroundings }) {
    const members = options.members === undefined ? [] : idsIn(options.members, "--members");
    if (members.length > mostMembers) {
      throw new Refusal(
        exitCodes.usage,
        `--members has ${members.length} ids; the service takes ${mostMembers} at the most.`,
        "Say the command again with the others.",
      );
    }
    const links = { members: members.map((id) => ({ objectId: id, objectTypeName: "User" })) };
    return provision(word, options, surroundings, {
      kind: "group",
      async subjects(_session, objectTypeName) {
        return [{ objectId, objectTypeName, ...(members.length === 0 ? {} : { links }) }];
      },
    });
  },
});
