import { expect, test } from "vitest";
import { scene } from "./signing-in.ts";

test("profile list shows all profiles and a star at the current one", async () => {
  const at = await scene();
  await at.run("profile", "add", "contoso", "--tenant", "contoso.example");
  await at.run("profile", "add", "lab", "--base-url", "http://localhost:8787");
  const { code, stdout } = await at.run("profile", "list");
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("outputs/profile-list.txt");
});
