import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { federatedIssuer } from "@graph-sync/testing";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { clientId, scene, type Scene, there } from "./signing-in.ts";

const fetchOver = ["--transport", "fetch"] as const;

/** Signs in with a file, named as from the working folder, and then uses the sign-in. */
async function signsIn(at: Scene, option: string, file: string): Promise<void> {
  const { code, stdout, stderr } = await at.run("login", option, relative("", file), ...there(at), ...fetchOver);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(file);
  expect(at.authority.issued).toMatchObject([{ clientId }]);
  const { code: used } = await at.run("app", "list", ...fetchOver);
  expect(used).toBe(0);
}

test("login --certificate signs with the key in the file, and keeps where the file is, from any folder", async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "graph-sync" }], { keySize: 2048 });
  const at = await scene({ certificates: [cert] });
  const file = join(at.folder, "app.pem");
  await writeFile(file, `${cert}\n${key}`, { mode: 0o600 });
  await signsIn(at, "--certificate", file);
  expect(JSON.parse(await at.kept("profiles.json"))).toMatchObject({
    profiles: { default: { identity: { kind: "certificate", file } } },
  });
  expect((await at.kept("profiles.json")) + (await at.kept("tokens.json"))).not.toContain("PRIVATE KEY");
});

test("login --certificate refuses a key that others may read", async () => {
  const at = await scene();
  const file = join(at.folder, "app.pem");
  await writeFile(file, "any", { mode: 0o644 });
  const { code, stderr } = await at.run("login", "--certificate", file, ...there(at), ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain(file);
  expect(at.sent).toEqual([]);
});

test("login --federated-token-file shows the token in the file, and keeps where the file is", async () => {
  const issuer = federatedIssuer();
  const at = await scene({ federated: [issuer.credential] });
  const file = join(at.folder, "token");
  const assertion = issuer.token();
  await writeFile(file, assertion);
  await signsIn(at, "--federated-token-file", file);
  expect(at.authority.requests.at(-1)?.form["client_assertion"]).toBe(assertion);
  expect((await at.kept("profiles.json")) + (await at.kept("tokens.json"))).not.toContain(assertion);
});

test.each(["--certificate", "--federated-token-file"])("login %s says which file is missing", async (option) => {
  const at = await scene();
  const file = join(at.folder, "nowhere");
  const { code, stderr } = await at.run("login", option, file, ...there(at), ...fetchOver);
  expect(code).toBe(3);
  expect(stderr).toContain(file);
  expect(at.sent).toEqual([]);
});
