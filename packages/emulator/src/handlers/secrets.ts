import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { inTransaction } from "../database/in-transaction.ts";
import { badRequest, GraphFault } from "../http/graph-fault.ts";
import { emptyPayload } from "../http/json-body.ts";
import { replaceSecretsOf, secretsOf } from "../store/secrets.ts";
import { textIfIn, textIn } from "./body-members.ts";
import type { Built } from "./handler.ts";
import { servicePrincipalIdOf } from "./service-principal.ts";

export const listSecrets: Built<"secrets.list"> = {
  kind: "collection",
  async handle({ db, owner }) {
    const { servicePrincipalId } = await owner();
    return { value: await secretsOf(db, servicePrincipalId) };
  },
};

/**
 * Replaces the whole set: a key that is left out is gone, and so is one whose value is empty.
 * https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization
 */
export const replaceSecrets: Built<"secrets.replace"> = {
  kind: "nothing",
  async handle(call) {
    await servicePrincipalIdOf(call);
    const kept = pairsIn(await call.body(), "value").filter(({ value }) => value !== "");
    await inTransaction(call, async (inside) =>
      replaceSecretsOf(inside.db, inside.vault, await servicePrincipalIdOf(inside), kept),
    );
  },
};

/** One key and its value, as it was sent. */
export interface SecretPair {
  readonly key: string;
  readonly value: string;
}

/** The keys and values of a body; what the service refuses of them is refused. */
export function pairsIn(body: JsonObject, name: string): readonly SecretPair[] {
  const list = body[name];
  // The service says no more to a body without the list.
  if (!Array.isArray(list) || !list.every(isJsonObject)) throw emptyPayload();
  const pairs = list.map((pair) => ({ key: textIn(pair, "key"), value: textIfIn(pair, "value") ?? "" }));
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    if (seen.has(key)) throw badRequest(`The key '${key}' is there twice.`);
    seen.add(key);
    if (value === "*")
      throw badRequest(`The value of '${key}' is masked ("*"). Send the real one, or leave the key out.`);
    if (key === "SyncNotificationSettings" && !isJsonObject(parseJson(value))) throw invalidNotificationSettings();
  }
  return pairs;
}

/** An error of the back end inside of Graph's, whose message is JSON then; as users reported it for this very setting. */
function invalidNotificationSettings(): GraphFault {
  const error = { code: "InvalidNotificationSettings", message: null, target: null, details: [], innerError: null };
  return new GraphFault(400, "UnknownError", JSON.stringify({ error }));
}
