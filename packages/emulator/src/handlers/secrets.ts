import { secretsOf } from "../store/secrets.ts";
import type { Built } from "./handler.ts";

export const listSecrets: Built<"secrets.list"> = {
  kind: "collection",
  async handle({ db, owner }) {
    const { servicePrincipalId } = await owner();
    return { value: await secretsOf(db, servicePrincipalId) };
  },
};
