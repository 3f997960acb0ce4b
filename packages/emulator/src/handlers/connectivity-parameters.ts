import { inTransaction } from "../database/in-transaction.ts";
import { secretsOf, setSecretsOf } from "../store/secrets.ts";
import type { Built } from "./handler.ts";
import { pairsIn } from "./secrets.ts";
import { servicePrincipalIdOf } from "./service-principal.ts";

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
  async handle(call) {
    await servicePrincipalIdOf(call);
    const pairs = pairsIn(await call.body(), "value");
    await inTransaction(call, async (inside) =>
      setSecretsOf(inside.db, inside.vault, await servicePrincipalIdOf(inside), pairs),
    );
  },
};
