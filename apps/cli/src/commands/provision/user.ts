import { idsIn } from "../../ids-option.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { addProvisionOptions, provision, type ProvisionOptions } from "./provision.ts";

export const provisionUser: AnyVerb = verb<ProvisionOptions>({
  words: "provision user",
  args: "<app> <id>",
  summary: "provision a user now, and show the steps",
  details:
    "<id> is an object id or a user principal name, or several with commas. The service allows 5 in 10 seconds, and more wait.\n" +
    "Ends with 1 unless each was provisioned or skipped. With --json each result is a line (NDJSON).",
  failsWhen: "one of them was neither provisioned nor skipped",
  example: "graph-sync provision user Quillnote ada@alderfinch.example",
  needs: ["servicePrincipals.list", "jobs.list", "users.get", "jobs.schema.get", "jobs.provisionOnDemand"],
  options: addProvisionOptions,
  run: ({ args: [word = "", id = ""], options, surroundings }) =>
    provision(word, options, surroundings, {
      kind: "user",
      async subjects({ client, call }, objectTypeName) {
        const found = [];
        for (const each of idsIn(id, "<id>")) {
          // Provision on demand takes object ids alone.
          const objectId = each.includes("@") ? (await client.users(each).get({ select: ["id"] }, call)).id : each;
          found.push({ objectId: objectId ?? each, objectTypeName });
        }
        return found;
      },
    }),
});
