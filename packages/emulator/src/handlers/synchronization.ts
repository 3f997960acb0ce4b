import { inTransaction } from "../database/in-transaction.ts";
import { synchronizationType } from "../odata/entity-type.ts";
import { jobsOf } from "../store/jobs.ts";
import { secretsOf, setSecretsOf } from "../store/secrets.ts";
import { templatesOf } from "../store/templates.ts";
import { exchangeCode } from "../target/authorization-code.ts";
import type { Built } from "./handler.ts";
import { savedCredentialsOf } from "./saved-credentials.ts";
import { markScripted } from "./scripted.ts";
import { pairsIn } from "./secrets.ts";
import { servicePrincipalIdOf } from "./service-principal.ts";

/** The bare entity, without the `value` around it that the draft page prints: SDKs expect it so. */
export const getSynchronization: Built<"synchronization.get"> = {
  kind: "entity",
  type: synchronizationType,
  async handle(call) {
    const { db, expand } = call;
    const { appId, servicePrincipalId, synchronizationId } = await call.owner();
    const related = { schema: false, scripted: () => markScripted(call) };
    return {
      id: synchronizationId,
      secrets: await secretsOf(db, servicePrincipalId),
      ...(expand.has("jobs") && { jobs: await jobsOf(db, servicePrincipalId, related) }),
      ...(expand.has("templates") && { templates: await templatesOf(db, appId, { schema: false }) }),
    };
  },
};

/** Keeps the tokens that a code is traded for; the code itself is good once, and is not kept. */
export const acquireAccessToken: Built<"synchronization.acquireAccessToken"> = {
  kind: "nothing",
  async handle(call) {
    await servicePrincipalIdOf(call);
    const given = pairsIn(await call.body(), "credentials");
    const saved = await savedCredentialsOf(call);
    const credentials = new Map([...saved, ...given.map(({ key, value }) => [key, value] as const)]);
    const tokens = await exchangeCode(call.fetch, credentials, call.clock.now());
    await inTransaction(call, async (inside) =>
      setSecretsOf(inside.db, inside.vault, await servicePrincipalIdOf(inside), tokens),
    );
  },
};

/** No page says what the text is. */
export const pingSynchronization: Built<"synchronization.ping"> = {
  kind: "entity",
  context: "Edm.String",
  async handle({ owner }) {
    await owner();
    return { value: "OK" };
  },
};
