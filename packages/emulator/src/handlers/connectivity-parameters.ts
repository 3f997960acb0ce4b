import { resourceNotFound } from "../http/graph-fault.ts";
import { secretsOf, setSecretsOf } from "../store/secrets.ts";
import type { Built } from "./handler.ts";
import { pairsIn } from "./secrets.ts";

/**
 * They are to replace the secrets, and no page says how; here they are the same keys and values, also masked. The metadata
 * declares no more than `value` of an entry.
 */
export const listConnectivityParameters: Built<"connectivityParameters.list"> = {
  kind: "collection",
  async handle({ db, owner }) {
    const { servicePrincipalId } = await owner();
    return { value: await secretsOf(db, servicePrincipalId) };
  },
};

/** Sets the keys that are given and leaves the others, as a PATCH does. */
export const updateConnectivityParameters: Built<"connectivityParameters.update"> = {
  kind: "nothing",
  async handle({ db, vault, owner, body }) {
    const { servicePrincipalId, synchronizationId } = await owner();
    const pairs = pairsIn(await body(), "value");
    if (servicePrincipalId === undefined) throw resourceNotFound(synchronizationId);
    await db.transaction().execute((transaction) => setSecretsOf(transaction, vault, servicePrincipalId, pairs));
  },
};
