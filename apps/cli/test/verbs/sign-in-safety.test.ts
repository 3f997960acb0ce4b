import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scene, type Scene, secret, there } from "./signing-in.ts";

const fetchOver = ["--transport", "fetch"] as const;

/** Signs in as an app, and forgets what was sent for it. */
async function signedIn(at: Scene): Promise<void> {
  expect((await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), ...fetchOver)).code).toBe(0);
  at.sent.length = 0;
}

test("a kept token is not sent to the new address of its profile", async () => {
  const at = await scene();
  await signedIn(at);
  const seen: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    if (request.url.includes("/oauth2/")) return at.authority.fetch(request);
    seen.push(request.headers.get("authorization"));
    return Response.json({ value: [] });
  };
  const elsewhere = ["--base-url", "http://localhost:9", "--authority", "http://127.0.0.1:8788"];
  await at.run("profile", "add", "default", ...elsewhere);
  expect((await at.runWith({ fetch }, "app", "list", ...fetchOver)).code).toBe(0);
  const [first, second] = at.authority.issued.map(({ token }) => `Bearer ${token}`);
  expect(seen).toEqual([second]);
  expect(seen).not.toContain(first);
});

test("a kept token is not used for another tenant or another app of its profile", async () => {
  const at = await scene();
  await signedIn(at);
  await at.run("profile", "add", "default", "--tenant", "another.example");
  const { code, stderr } = await at.run("app", "list", ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("Tenant 'another.example' not found.");
  expect(JSON.parse((await at.run("whoami", "--json")).stdout)).toMatchObject({ tokenUntil: null });
});

test("a secret that the authority repeats is not shown", async () => {
  const at = await scene();
  const body = { error: "invalid_client", error_description: `AADSTS7000215: Invalid client secret: ${secret}.` };
  at.authority.script({ status: 401, body });
  const { code, stderr } = await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("Invalid client secret: [token]");
  expect(stderr).not.toContain(secret);
});

/** An Azure CLI that says who signed in to it, as in the file `who`. */
async function azureCli(at: Scene, body: string): Promise<Readonly<Record<string, string>>> {
  const bin = join(at.folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "az"), `#!/bin/sh\n${body}\n`);
  await chmod(join(bin, "az"), 0o700);
  return { GRAPH_SYNC_CONFIG: at.folder, PATH: `${bin}:/usr/bin:/bin` };
}

test("--azure-cli follows az: who signs in to it as somebody else is somebody else at once", async () => {
  const at = await scene();
  const until = Math.floor(Date.now() / 1000) + 3600;
  const env = await azureCli(at, `printf '{"accessToken":"%s","expires_on":${until}}' "$(cat "${at.folder}/who")"`);
  const seen: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    seen.push(new Request(target, init).headers.get("authorization"));
    return Response.json({ value: [] });
  };
  await writeFile(join(at.folder, "who"), "token-of-ada");
  expect((await at.runWith({ env, fetch }, "login", "--azure-cli", ...fetchOver)).code).toBe(0);
  await writeFile(join(at.folder, "who"), "token-of-grace");
  expect((await at.runWith({ env, fetch }, "app", "list", ...fetchOver)).code).toBe(0);
  expect(seen).toEqual(["Bearer token-of-grace"]);
  await expect(at.kept("tokens.json")).rejects.toThrow("ENOENT");
});

test.each(["--debug", "-h", "..", "a b"])("--azure-cli gives az no tenant such as %j", async (tenant) => {
  const at = await scene();
  const env = await azureCli(at, `touch "${at.folder}/asked"`);
  const { code, stderr } = await at.runWith({ env }, "login", "--azure-cli", `--tenant=${tenant}`, ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("cannot be given to az");
  await expect(at.kept("asked")).rejects.toThrow("ENOENT");
});

test("--azure-cli tells an answer that is too large from one that is late", async () => {
  const at = await scene();
  const env = await azureCli(at, "head -c 3000000 /dev/zero");
  const { code, stderr } = await at.runWith({ env }, "login", "--azure-cli", ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("more than 1 MiB");
  expect(stderr).not.toContain("ten seconds");
});

test("a tenant or a client id that cannot be one is named by its option, and nothing is sent", async () => {
  const at = await scene();
  const tenant = await at.run("login", "--tenant", "a/b", "--client-id", "x", ...fetchOver);
  const client = await at.run("login", "--tenant", "a", "--client-id", "x y", ...fetchOver);
  expect([tenant.code, client.code, at.sent]).toEqual([2, 2, []]);
  expect(tenant.stderr).toContain("graph-sync: --tenant is not one");
  expect(client.stderr).toContain("graph-sync: --client-id is not one");
});
