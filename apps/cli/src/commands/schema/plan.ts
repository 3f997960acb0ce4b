import type { SynchronizationSchema } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../../connection/connection-options.ts";
import { inSession } from "../../connection/session.ts";
import { printed } from "../../connection/service-address.ts";
import { Refusal } from "../../errors/refusal.ts";
import { exitCodes } from "../../exit-codes.ts";
import { idsIn } from "../../ids-option.ts";
import { counted } from "../../output/counted.ts";
import { ours } from "../../output/fields.ts";
import { json } from "../../output/json.ts";
import { plain } from "../../output/plain.ts";
import { addJsonOption, type JsonOptions, show } from "../../output/records.ts";
import { canary } from "../../schema/canary.ts";
import { describeCanary } from "../../schema/describe-canary.ts";
import { describePlan } from "../../schema/describe-plan.ts";
import { fingerprint } from "../../schema/fingerprint.ts";
import type { PlanFile } from "../../schema/plan-file.ts";
import { readSchema, usable } from "../../schema/read-schema.ts";
import { resolveSchema, schemaWords } from "../../schema/resolve-schema.ts";
import { type AnyVerb, verb } from "../../verb.ts";
import { writeWhole } from "../../storage/whole-file.ts";

interface PlanOptions extends ConnectionOptions, JsonOptions {
  readonly file: string;
  readonly output?: string;
  readonly canary?: string;
}

export const schemaPlan: AnyVerb = verb<PlanOptions>({
  words: "schema plan",
  args: "<schema>",
  summary: "show what a schema would change, and write a plan that schema apply carries out",
  details: `${schemaWords} A portable schema gets the ids of the live one. Nothing is written to the service, with\n--canary neither: it has the service evaluate the old and the new expressions for these users (User.Read.All and Synchronization.ReadWrite.All).`,
  example: "graph-sync schema plan Quillnote -f quillnote.yaml -o plan.json",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get", "users.get", "jobs.schema.parseExpression"],
  options(command) {
    command
      .requiredOption("-f, --file <file>", "the schema that it should have; - is stdin")
      .option("--canary <users>", "show what changed mappings give these users: ids or principal names, with commas")
      .option("-o, --output <file>", "write the plan there, for its owner alone");
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours(["graphSyncPlan", "service", "kind", "id", "plannedAt", "liveFingerprint"], {
        app: ours(["id", "displayName"]),
        changes: "any",
        effects: "any",
        body: "any",
        canary: "any",
      }),
    );
  },
  async run({ args: [word = ""], options, surroundings }) {
    const users = options.canary === undefined ? undefined : idsIn(options.canary, "--canary");
    const { schema: wanted } = await readSchema(options.file, surroundings);
    const { lint, plan } = await import("@graph-sync/schema");
    await inSession(options, surroundings, { words: "schema plan" }, async (session) => {
      const live = await resolveSchema(session, word);
      const current = await live.client.get(undefined, session.call);
      const desired = await bound(wanted, current, options.file);
      const planned = await usable(options.file, () => plan(current, desired));
      const errors = lint(planned.body).filter(({ severity }) => severity === "error").length;
      if (errors > 0) {
        surroundings.stderr.write(
          `It has ${counted(errors, "error")}: graph-sync schema lint ${plain(options.file)}\n`,
        );
      }
      const { client: _, ...place } = live;
      const value: PlanFile = {
        graphSyncPlan: 1,
        service: printed(session.address),
        app: { id: place.app.id, displayName: place.app.displayName },
        kind: place.kind,
        id: place.id,
        plannedAt: new Date(surroundings.now()).toISOString(),
        liveFingerprint: await fingerprint(current),
        ...planned,
      };
      const tried =
        users === undefined ? undefined : await canary(session, { live, current, desired: planned.body, users });
      if (options.output !== undefined) await writeWhole(options.output, json(value));
      const text = async (): Promise<string> =>
        (await describePlan(planned, session.address, live)) + (tried === undefined ? "" : await describeCanary(tried));
      const shown = tried === undefined ? value : { ...value, canary: tried };
      await show({ value: shown, text }, options, surroundings.stdout);
    });
  },
});

/** A portable schema with the ids of the live one; any other as it is. */
async function bound(
  wanted: SynchronizationSchema,
  current: SynchronizationSchema,
  file: string,
): Promise<SynchronizationSchema> {
  const { fromPortable, toPortable } = await import("@graph-sync/schema");
  const { schema, unbound } = await usable(file, () => fromPortable(wanted, toPortable(current).bindings));
  const [first] = unbound;
  if (first === undefined) return schema;
  throw new Refusal(
    exitCodes.usage,
    `${plain(file)}: the live schema does not tell ${unbound.map(({ key }) => `{{${plain(key)}}}`).join(", ")}.`,
    `Write the value in its place at ${plain(first.paths.slice(0, 3).join(", "))}.`,
  );
}
