import { chmod, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { federatedIssuer } from "@graph-sync/testing";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { scene, secret, there } from "./signing-in.ts";

const fetchOver = ["--transport", "fetch"] as const;

test("login by device code shows the code, and later commands need no token", async () => {
  const at = await scene();
  const { code, stdout, stderr } = await at.run("login", "--device-code", ...there(at), ...fetchOver);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "Signed in as a person, by device code. The profile default is the current one.\n",
  });
  expect(stderr).toContain(`enter the code ${at.authority.devices[0]?.userCode} to authenticate.`);
  at.sent.length = 0;
  const listed = await at.run("job", "list", "Quillnote", ...fetchOver);
  expect({ code: listed.code, stderr: listed.stderr }).toEqual({ code: 0, stderr: "" });
  // The access token of the sign-in is good for another hour.
  expect(at.sent.filter((line) => line.endsWith("/token"))).toEqual([]);
});

test("login keeps tokens in a file that nobody else may read, and not in the profile", async () => {
  const at = await scene();
  await at.run("login", ...there(at), ...fetchOver);
  const { mode } = await stat(join(at.folder, "tokens.json"));
  expect(mode & 0o777).toBe(0o600);
  const token = at.authority.issued.at(-1)?.token ?? "?";
  expect(await at.kept("tokens.json")).toContain(token);
  expect(await at.kept("profiles.json")).not.toContain(token);
});

test("a command keeps a token only where login kept one", async () => {
  const at = await scene();
  await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), ...fetchOver);
  // As in a container that is given the profiles alone.
  await rm(join(at.folder, "tokens.json"));
  expect((await at.run("app", "list", ...fetchOver)).code).toBe(0);
  await expect(at.kept("tokens.json")).rejects.toThrow("ENOENT");
});

test("login --client-secret-env keeps the name of the variable, and the secret nowhere", async () => {
  const at = await scene();
  const { code, stdout } = await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), ...fetchOver);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "Signed in as an app, by the client secret in CLIENT_SECRET. The profile default is the current one.\n",
  });
  expect((await at.kept("profiles.json")) + (await at.kept("tokens.json"))).not.toContain(secret);
  expect((await at.run("app", "list", ...fetchOver)).code).toBe(0);
});

test("login --certificate signs with the key in the file", async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "graph-sync" }], { keySize: 2048 });
  const at = await scene({ certificates: [cert] });
  const file = join(at.folder, "app.pem");
  await writeFile(file, `${cert}\n${key}`, { mode: 0o600 });
  const { code, stdout, stderr } = await at.run("login", "--certificate", file, ...there(at), ...fetchOver);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`an app, by the certificate in ${file}`);
  expect((await at.run("app", "list", ...fetchOver)).code).toBe(0);
});

test("login --federated-token-file shows the token of another issuer", async () => {
  const issuer = federatedIssuer();
  const at = await scene({ federated: [issuer.credential] });
  const file = join(at.folder, "token");
  await writeFile(file, issuer.token());
  const { code, stdout, stderr } = await at.run("login", "--federated-token-file", file, ...there(at), ...fetchOver);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`an app, by the token in ${file}`);
  expect((await at.run("app", "list", ...fetchOver)).code).toBe(0);
});

test("login with a secret that is not good is exit code 3, and keeps nothing", async () => {
  const at = await scene();
  const env = { GRAPH_SYNC_CONFIG: at.folder, CLIENT_SECRET: "another~secret" };
  const words = ["login", "--client-secret-env", "CLIENT_SECRET", ...there(at), ...fetchOver];
  const { code, stdout, stderr } = await at.runWith({ env }, ...words);
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain("AADSTS7000215");
  expect(stderr).not.toContain("another~secret");
  await expect(at.kept("profiles.json")).rejects.toThrow("ENOENT");
});

test("login without a tenant and a client id prints the five steps, and sends nothing", async () => {
  const at = await scene();
  const { code, stdout } = await at.run("login");
  expect(code).toBe(2);
  expect(stdout).toMatch(/^ {2}1\..*^ {2}5\. /ms);
  expect(at.sent).toEqual([]);
});

test("login --azure-cli asks az without a shell", async () => {
  const at = await scene();
  const az = join(at.folder, "az");
  const token = "a-token-of-the-azure-cli";
  const answer = JSON.stringify({ accessToken: token, expires_on: Math.floor(Date.now() / 1000) + 3600 });
  await writeFile(az, `#!/bin/sh\necho "$@" > "${at.folder}/words"\necho '${answer}'\n`);
  await chmod(az, 0o700);
  const env = { GRAPH_SYNC_CONFIG: at.folder, PATH: `${at.folder}:/usr/bin:/bin` };
  const { code } = await at.runWith({ env }, "login", "--azure-cli", "--tenant", "contoso.example", ...fetchOver);
  expect(code).toBe(0);
  expect(await at.kept("words")).toBe(
    "account get-access-token --output json --scope https://graph.microsoft.com/.default --tenant contoso.example\n",
  );
  const evil = await at.runWith({ env }, "login", "--azure-cli", "--tenant", "x; touch evil", ...fetchOver);
  expect(evil.code).toBe(3);
  expect(evil.stderr).toContain("cannot be given to az");
});

test("login --azure-cli says what is missing where there is no az", async () => {
  const at = await scene();
  const env = { GRAPH_SYNC_CONFIG: at.folder, PATH: at.folder };
  const { code, stderr } = await at.runWith({ env }, "login", "--azure-cli", ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("The Azure CLI is not installed");
});

test("login refuses two ways at once, and a secret where a name belongs", async () => {
  const at = await scene();
  const two = await at.run("login", "--device-code", "--azure-cli", ...there(at));
  expect(two.code).toBe(2);
  const typed = await at.run("login", "--client-secret-env", "abc~def.ghi", ...there(at));
  expect(typed.code).toBe(2);
  expect(typed.stderr).not.toContain("abc~def.ghi");
  expect(at.sent).toEqual([]);
});

test("a sign-in that is over asks for login, and for no person", async () => {
  const at = await scene();
  await at.run("login", ...there(at), ...fetchOver);
  at.authority.revokeRefreshTokens();
  // The kept access token is old by then.
  const later = (): number => Date.now() + 2 * 3_600_000;
  const { code, stderr } = await at.runWith({ now: later }, "app", "list", ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain("graph-sync login --profile default signs in again.");
});

test("the token of a profile is not sent to another --base-url", async () => {
  const at = await scene();
  await at.run("login", ...there(at), ...fetchOver);
  at.sent.length = 0;
  const { code } = await at.run("app", "list", "--base-url", "http://127.0.0.1:9/v1.0", ...fetchOver);
  expect({ code, sent: at.sent }).toEqual({ code: 3, sent: [] });
});
