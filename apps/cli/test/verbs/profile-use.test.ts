import { expect, test } from "vitest";
import { scene } from "./signing-in.ts";

test("profile use makes a profile the current one, for GRAPH_SYNC_PROFILE not", async () => {
  const at = await scene();
  await at.run("profile", "add", "contoso");
  await at.run("profile", "add", "lab", "--base-url", "http://localhost:8787");
  const { stdout } = await at.run("profile", "use", "lab");
  await expect(stdout).toMatchFileSnapshot("outputs/profile-use.txt");
  const env = { GRAPH_SYNC_CONFIG: at.folder, GRAPH_SYNC_TOKEN: "any" };
  expect((await at.runWith({ env }, "whoami")).stdout).toContain("http://localhost:8787/v1.0");
  const other = { ...env, GRAPH_SYNC_PROFILE: "contoso" };
  expect((await at.runWith({ env: other }, "whoami")).stdout).toContain("https://graph.microsoft.com/v1.0");
});

test("profile use refuses a name that is none", async () => {
  const at = await scene();
  expect((await at.run("profile", "use", "lab")).code).toBe(5);
});
