/** What the saved credentials of a test must be. */
export const goodToken = "good-token-7b1f";
export const badToken = "bad-token-99aa";

/** A SCIM target without users, which takes the good token alone; it answers others with what they sent. */
export const scimTarget: typeof globalThis.fetch = async (target, init) => {
  const { headers } = new Request(target, init);
  const authorization = headers.get("authorization") ?? "none";
  if (authorization !== `Bearer ${goodToken}`) return Response.json({ detail: authorization }, { status: 401 });
  return Response.json({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: 0,
    Resources: [],
  });
};

/** A SCIM target with one attribute that the schema does not have yet. */
export const toldTarget: typeof globalThis.fetch = async () =>
  Response.json({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: 1,
    Resources: [
      { id: "urn:ietf:params:scim:schemas:core:2.0:User", attributes: [{ name: "badgeNumber", type: "string" }] },
    ],
  });
