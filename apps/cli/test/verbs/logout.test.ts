import { expect, test } from "vitest";
import { scene, there } from "./signing-in.ts";

test("logout forgets the tokens, and the next command is exit code 3", async () => {
  const at = await scene();
  await at.run("login", "--client-secret-env", "CLIENT_SECRET", ...there(at), "--transport", "fetch");
  const { code, stdout } = await at.run("logout");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "The tokens of default are forgotten.\n" });
  expect(await at.kept("tokens.json")).toBe("{}\n");
  at.sent.length = 0;
  expect((await at.run("app", "list", "--transport", "fetch")).code).toBe(3);
  expect(at.sent).toEqual([]);
});

test("logout where nobody is signed in is exit code 5", async () => {
  const at = await scene();
  expect((await at.run("logout")).code).toBe(5);
});
