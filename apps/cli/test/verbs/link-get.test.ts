import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const beta = ["--base-url", "http://127.0.0.1:8787/beta"];
const link = { sourceAnchor: "source-1", targetAnchor: "target-1", displayName: "Ada", objectTypeName: "User" };

test("link get prints the link of an object", async () => {
  const tenant = await recording();
  await tenant.script("POST", `jobs/${quillnote.jobId}/objectConnections`, link);
  const { code, stdout } = await tenant.run("link", "get", "Quillnote", "target-1", ...beta);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Link of target-1\n {2}source +source-1\n {2}target +target-1\n {2}type +User\n/);
  expect(tenant.sent.at(-1)).toMatch(/^GET \/beta\/.*\/objectConnections\/target-1$/);
});

test("link get ends with 5 where there is no link", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("link", "get", "Quillnote", "nobody", ...beta);
  expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
});

test("link get refuses v1.0, and says which address to name", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("link", "get", "Quillnote", "source-1");
  expect(code).toBe(2);
  expect(stderr).toContain("Say --base-url http://127.0.0.1:8787/beta.");
  expect(tenant.sent).toEqual([]);
});
