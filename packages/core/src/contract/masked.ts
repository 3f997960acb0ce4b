import { isJsonObject } from "../wire/json.ts";

/**
 * Says which pairs still hold the star that the service shows in place of a secret, as the end of a sentence: sent back, it
 * would be taken for the secret.
 */
export function maskedKeys(pairs: unknown): string | undefined {
  if (!Array.isArray(pairs)) return undefined;
  const masked = pairs.filter(isJsonObject).filter(({ value }) => value === "*");
  if (masked.length === 0) return undefined;
  const keys = masked.map(({ key }) => (typeof key === "string" ? key : "a key")).join(", ");
  return `the value of ${keys} is masked ("*"), and would be taken for the secret: give the real one`;
}
