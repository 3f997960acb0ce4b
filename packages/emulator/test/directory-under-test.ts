import type { Emulator } from "../src/index.ts";
import { get, type Answer } from "./emulator-under-test.ts";

/** A request with a JSON body to any address below v1.0. */
export async function ask(emulator: Emulator, method: string, path: string, body?: object): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return get(emulator, `v1.0${path}`, { method, ...(body && { headers, body: JSON.stringify(body) }) });
}

/** Makes a user, and answers the id. */
export async function newUser(emulator: Emulator, name: string, more: object = {}): Promise<string> {
  const { body } = await ask(emulator, "POST", "/users", {
    accountEnabled: true,
    displayName: name,
    mailNickname: name,
    userPrincipalName: `${name}@alderfinch.example`,
    passwordProfile: { password: "s3cr3t-pass" },
    ...more,
  });
  return String(body["id"]);
}

/** Makes a security group, and answers the id. */
export async function newGroup(emulator: Emulator, name: string): Promise<string> {
  const group = { displayName: name, mailEnabled: false, mailNickname: name, securityEnabled: true };
  return String((await ask(emulator, "POST", "/groups", group)).body["id"]);
}

/** The body that names an object. */
export function reference(id: string): object {
  return { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
}
