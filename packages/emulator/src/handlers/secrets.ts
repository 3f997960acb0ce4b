import { secretsOf } from "../store/secrets.ts";
import type { Handler } from "./handler.ts";

export const listSecrets: Handler<"secrets.list"> = async ({ db, owner }) => ({
  value: await secretsOf(db, owner.servicePrincipalId),
});
