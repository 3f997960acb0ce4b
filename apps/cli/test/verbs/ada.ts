import { type Recording, recording } from "./recording.ts";

/** A user of the directory, whose display name is not made of her names; she has no mail. */
export const ada = {
  ...{ accountEnabled: true, displayName: "Ada L.", givenName: "Ada", surname: "Lovelace" },
  ...{ department: "Sales", country: "DE" },
  ...{ mailNickname: "ada", userPrincipalName: "ada@alderfinch.example" },
};

/** A tenant of its own, with her in it. */
export async function withAda(more: object = {}): Promise<Recording> {
  const tenant = await recording();
  await tenant.create("/users", { ...ada, ...more, passwordProfile: { password: "Correct-horse-1" } });
  return tenant;
}
