import type { JsonObject } from "@graph-sync/core";
import { badRequest } from "../http/graph-fault.ts";
import { findTemplateSchema, schemaIn } from "../store/template-schemas.ts";
import type { Credentials } from "../target/credentials.ts";
import { testConnection } from "../target/test-connection.ts";
import { booleanIfIn, knowOnly, textIfIn, textIn } from "./body-members.ts";
import type { Built, Call } from "./handler.ts";
import { savedCredentialsOf } from "./saved-credentials.ts";
import { jobSchema } from "./schema-places.ts";
import { pairsIn } from "./secrets.ts";

/** Tries credentials against the target; the job's schema says by which attribute. */
export const validateJobCredentials: Built<"jobs.validateCredentials"> = {
  kind: "nothing",
  async handle(call) {
    const place = await jobSchema(call);
    const schema = await place.read(call.db);
    const credentials = await credentialsIn(call, await call.body());
    await testConnection(call.fetch, credentials, schema);
  },
};

/** The same before there is a job; the template's schema says by which attribute. */
export const validateCredentials: Built<"jobs.validateCredentialsForTemplate"> = {
  kind: "nothing",
  async handle(call) {
    const { appId } = await call.owner();
    const body = await call.body();
    const templateId = textIn(body, "templateId");
    const schemas = await findTemplateSchema(call.db, appId, templateId);
    if (schemas === undefined) throw badRequest(`The app has no synchronization template '${templateId}'.`);
    await testConnection(call.fetch, await credentialsIn(call, body), schemaIn(schemas));
  },
};

/** Tries what is saved. */
export const validateConnectivity: Built<"jobs.validateConnectivity"> = {
  kind: "nothing",
  async handle(call) {
    const place = await jobSchema(call);
    const schema = await place.read(call.db);
    await testConnection(call.fetch, await savedCredentialsOf(call), schema);
  },
};

/** Those of the body, or the saved ones, for which the body's are then ignored. */
async function credentialsIn(
  call: Pick<Call<"jobs.get">, "db" | "vault" | "owner">,
  body: JsonObject,
): Promise<Credentials> {
  knowOnly(body, ["useSavedCredentials", "credentials", "templateId", "applicationIdentifier"]);
  textIfIn(body, "applicationIdentifier");
  if (booleanIfIn(body, "useSavedCredentials") === true) return savedCredentialsOf(call);
  return new Map(pairsIn(body, "credentials").map(({ key, value }) => [key, value]));
}
