import { expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { ask } from "../directory-under-test.ts";
import { send, startEmulator } from "../emulator-under-test.ts";

interface Ids {
  readonly application: { readonly id: string };
  readonly servicePrincipal: { readonly id: string };
}

async function newApp(emulator: Emulator): Promise<Ids> {
  const path = "/applicationTemplates/8adf8e6e-67b2-4cf2-a259-e3dc5476c621/instantiate";
  // As the contract says.
  return (await ask(emulator, "POST", path, { displayName: "Brief" })).body as unknown as Ids;
}

test.each(["applications", "servicePrincipals"])(
  "what is written below one of the %s that is deleted meanwhile is 404, or was there before",
  async (set) => {
    const emulator = await startEmulator();
    const headers = { "content-type": "application/json" };
    for (let place = 0; place < 12; place += 1) {
      const { application, servicePrincipal } = await newApp(emulator);
      const below = `/servicePrincipals/${servicePrincipal.id}/synchronization`;
      const requests = Array.from({ length: 11 }, (_, id) =>
        id % 2 === 0
          ? { id: `${id}`, method: "POST", url: `${below}/jobs`, headers, body: { templateId: "scim" } }
          : {
              id: `${id}`,
              method: "PUT",
              url: `${below}/secrets`,
              headers,
              body: { value: [{ key: "A", value: "b" }] },
            },
      );
      const deleted = `/${set}/${set === "applications" ? application.id : servicePrincipal.id}`;
      // It waits for a body as the others do, and so comes between what they read and what they write.
      requests.splice(place, 0, { id: "deleted", method: "DELETE", url: deleted, headers, body: { templateId: "" } });
      const { body } = await ask(emulator, "POST", "/$batch", { requests });
      for (const { id, status } of body["responses"] as readonly { readonly id: string; readonly status: number }[]) {
        expect([201, 204, 404], `${id} of a batch that deletes at ${place}`).toContain(status);
      }
    }
  },
);

test("tokens of an app that is deleted while its code is traded for them are kept by nobody", async () => {
  const credentials = [
    { key: "Oauth2AuthorizationCode", value: "c" },
    { key: "Oauth2TokenExchangeUri", value: "https://login.example/token" },
  ];
  const emulator: Emulator = await startEmulator({
    async fetch() {
      await ask(emulator, "DELETE", `/servicePrincipals/${servicePrincipal.id}`);
      return Response.json({ access_token: "s3cr3t" });
    },
  });
  const { servicePrincipal } = await newApp(emulator);
  const path = `/servicePrincipals/${servicePrincipal.id}/synchronization/acquireAccessToken`;
  expect((await ask(emulator, "POST", path, { credentials })).status).toBe(404);
  expect((await send(emulator, "GET", "secrets")).status).toBe(200);
});
