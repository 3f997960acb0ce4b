import { isJsonObject } from "../wire/json.ts";
import type { WithBody } from "./inputs.ts";

/**
 * Says which pairs of a body still hold the star that the service shows in place of a secret, as the end of a sentence: sent
 * back, it would be taken for the secret. Where the saved ones are used, the others are not looked at.
 */
export function maskedKeys({ body }: WithBody<object>): string | undefined {
  const given: unknown = body;
  if (!isJsonObject(given) || given["useSavedCredentials"] === true) return undefined;
  const masked = Object.values(given)
    .flat()
    .filter(isJsonObject)
    .filter(({ value }) => value === "*");
  if (masked.length === 0) return undefined;
  const keys = masked.map(({ key }) => (typeof key === "string" ? key : "a key")).join(", ");
  return `the value of ${keys} is masked ("*"), and would be taken for the secret: give the real one`;
}
