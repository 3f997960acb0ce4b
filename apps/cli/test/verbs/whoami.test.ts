import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { clientId, scene, there } from "./signing-in.ts";

test("whoami names profile, tenant and identity, and sends nothing", async () => {
  const at = await scene();
  await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), "--transport", "fetch");
  at.sent.length = 0;
  const { code, stdout } = await at.run("whoami", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    profile: "default",
    tenant: at.authority.tenantId,
    clientId,
    service: "http://127.0.0.1:8787/v1.0",
    identity: "client-secret",
    tokenUntil: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(at.sent).toEqual([]);
});

test("whoami with a token in the environment says so", async () => {
  const { code, stdout } = await runCli(["whoami"]);
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("outputs/whoami.txt");
});

test("whoami where nobody is signed in is exit code 3", async () => {
  const at = await scene();
  const { code, stderr } = await at.run("whoami");
  expect(code).toBe(3);
  expect(stderr).toContain("graph-sync login signs in");
});
