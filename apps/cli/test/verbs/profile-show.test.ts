import { expect, test } from "vitest";
import { scene } from "./signing-in.ts";

test("profile show shows the current profile", async () => {
  const at = await scene();
  await at.run("profile", "add", "contoso", "--tenant", "contoso.example");
  const { code, stdout } = await at.run("profile", "show");
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("outputs/profile-show.txt");
});

test("profile show names the profiles that there are", async () => {
  const at = await scene();
  await at.run("profile", "add", "contoso");
  const { code, stderr } = await at.run("profile", "show", "fabrikam");
  expect(code).toBe(5);
  expect(stderr).toContain("There is no profile fabrikam.\n  There are: contoso.\n");
});
