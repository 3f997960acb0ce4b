import type { PropertyName, StringKeyObjectValuePair, User } from "@graph-sync/core";
import type { Session } from "../connection/session.ts";
import { plain } from "../output/plain.ts";

/** A user as expressions see it. */
export interface TestUser {
  readonly properties: readonly StringKeyObjectValuePair[];
  /** The attributes that the directory does not tell in one read, such as the manager; they are missing above. */
  readonly unread: readonly string[];
}

/** Attributes that Graph has under another name than the schema. */
const renamed: Readonly<Record<string, string>> = {
  dirSyncEnabled: "onPremisesSyncEnabled",
  facsimileTelephoneNumber: "faxNumber",
  mobile: "mobilePhone",
  objectId: "id",
  originalUserPrincipalName: "userPrincipalName",
  physicalDeliveryOfficeName: "officeLocation",
  telephoneNumber: "businessPhones",
};

/** Attributes that Graph has under their own name: https://learn.microsoft.com/graph/api/resources/user#properties */
const same: ReadonlySet<string> = new Set([
  ...["accountEnabled", "ageGroup", "city", "companyName", "country", "department", "displayName", "employeeHireDate"],
  ...["employeeId", "employeeType", "givenName", "jobTitle", "mail", "mailNickname", "onPremisesDistinguishedName"],
  ...["onPremisesDomainName", "onPremisesImmutableId", "onPremisesSamAccountName", "onPremisesSecurityIdentifier"],
  ...["onPremisesUserPrincipalName", "otherMails", "postalCode", "preferredLanguage", "proxyAddresses", "state"],
  ...["streetAddress", "surname", "usageLocation", "userPrincipalName", "userType"],
]);

/** The fifteen attributes that Exchange has stand together in one property. */
const extensions = "onPremisesExtensionAttributes";

/** Reads these attributes of a user, and nothing else; they are named as in the schema. */
export async function readUser(
  { client, call }: Session,
  id: string,
  attributes: readonly string[],
): Promise<TestUser> {
  const names = [...new Set(attributes)].filter((name) => name !== "IsSoftDeleted");
  const known = names.flatMap((name) => {
    const property = propertyOf(name);
    return property === undefined ? [] : [{ name, property }];
  });
  const select = [...new Set(["id", ...known.map(({ property }) => property)])];
  // The model has few of the properties of a user; the page of the resource has all of these.
  const user = await client.users(id).get({ select: select as readonly string[] as PropertyName<User>[] }, call);
  const values = new Map<string, unknown>(Object.entries(user));
  const more = new Map<string, unknown>(Object.entries(values.get(extensions) ?? {}));
  const found = known.map(({ name, property }) =>
    pair(name, property === extensions ? more.get(name) : values.get(property)),
  );
  return {
    // A user who can be read is not deleted.
    properties: [...found, pair("IsSoftDeleted", false)].filter((each) => each !== undefined),
    unread: names.filter((name) => propertyOf(name) === undefined),
  };
}

/** The attributes that an expression names in brackets; a text in quotes may hold brackets of its own. */
export function attributesIn(expression: string): readonly string[] {
  const code = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return [...code.matchAll(/\[([^[\]]+)\]/g)].map(([, name = ""]) => name.trim());
}

/** Which attributes were not read, for people; empty where all were. */
export function withoutUnread(unread: readonly string[]): string {
  return unread.length === 0
    ? ""
    : `Not read from the directory, so taken as missing: ${unread.map(plain).join(", ")}.\n`;
}

function propertyOf(name: string): string | undefined {
  if (/^extensionAttribute([1-9]|1[0-5])$/.test(name)) return extensions;
  if (Object.hasOwn(renamed, name)) return renamed[name];
  return same.has(name) ? name : undefined;
}

/** Missing where there is no value, as the service itself leaves it out. */
function pair(key: string, value: unknown): StringKeyObjectValuePair | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (!Array.isArray(value)) return { key, value };
  // The directory has one telephone number, which Graph puts into a list.
  if (key === "telephoneNumber") return pair(key, value[0]);
  return value.length === 0 ? undefined : { key, value, "value@odata.type": "#Collection(String)" };
}
