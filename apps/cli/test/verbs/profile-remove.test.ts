import { expect, test } from "vitest";
import { scene, there } from "./signing-in.ts";

test("profile remove forgets the profile and its tokens", async () => {
  const at = await scene();
  await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), "--transport", "fetch");
  at.sent.length = 0;
  const { code, stdout } = await at.run("profile", "remove", "default");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Profile default is forgotten, and its tokens.\n" });
  expect(JSON.parse(await at.kept("profiles.json"))).toEqual({ profiles: {} });
  expect(await at.kept("tokens.json")).toBe("{}\n");
  expect(at.sent).toEqual([]);
});
