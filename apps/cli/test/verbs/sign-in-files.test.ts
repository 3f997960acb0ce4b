import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { federatedIssuer } from "@graph-sync/testing";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { scene, there } from "./signing-in.ts";

const fetchOver = ["--transport", "fetch"] as const;

test("login keeps the whole path of a certificate, and no copy of its key", async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "graph-sync" }], { keySize: 2048 });
  const at = await scene({ certificates: [cert] });
  const file = join(at.folder, "app.pem");
  await writeFile(file, `${cert}\n${key}`, { mode: 0o600 });
  expect((await at.run("login", "--certificate", relative("", file), ...there(at), ...fetchOver)).code).toBe(0);
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

test("login keeps the whole path of a federated token, and no copy of it", async () => {
  const issuer = federatedIssuer();
  const at = await scene({ federated: [issuer.credential] });
  const file = join(at.folder, "token");
  const assertion = issuer.token();
  await writeFile(file, assertion);
  expect((await at.run("login", "--federated-token-file", relative("", file), ...there(at), ...fetchOver)).code).toBe(
    0,
  );
  expect(JSON.parse(await at.kept("profiles.json"))).toMatchObject({
    profiles: { default: { identity: { kind: "federated-token", file } } },
  });
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
