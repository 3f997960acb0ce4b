import { InvalidRequestError } from "@graph-sync/core";

/**
 * A tenant (a GUID or a domain) or a client id, as it stands in a path.
 * @throws InvalidRequestError for what would lead the path elsewhere
 */
export function checkId(option: string, value: unknown): string {
  if (typeof value === "string" && /^[0-9a-z.-]{1,255}$/i.test(value) && !/^\.+$/.test(value)) return value;
  throw new InvalidRequestError(
    `${option} is ${value === undefined || value === "" ? "missing" : "not one"}: letters, digits, hyphens and dots, ` +
      `such as 00000000-0000-0000-0000-000000000000${option === "tenantId" ? " or contoso.onmicrosoft.com" : ""}.`,
  );
}
