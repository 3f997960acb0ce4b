import { expect, test } from "vitest";
import { answer, updated, userId } from "./provision-answer.ts";
import { recording } from "./recording.ts";

const rule = "a6f2d0c8-5e31-4b79-9c04-17e8bd63fa25";

test("provision user takes the rule from the job's schema, and prints the steps", async () => {
  const tenant = await recording();
  await answer(tenant, updated);
  const { code, stdout } = await tenant.run("provision", "user", "Quillnote", userId);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      `user ${userId}: Success`,
      `  Update ${userId} -> T-1`,
      "  1. Import  Success | Received User",
      '  2. Export  Success | Updated | {"a":"b"}',
      "  nickName   (none) -> Ada",
      "",
    ].join("\n"),
  );
  expect(tenant.lastWrite()).toMatch(/\/provisionOnDemand$/);
  const subjects = [{ objectId: userId, objectTypeName: "User" }];
  expect(tenant.bodies).toEqual([{ parameters: [{ ruleId: rule, subjects }] }]);
});

test("provision user provisions several, a line of JSON each, and ends with 1 where one failed", async () => {
  const tenant = await recording();
  await answer(tenant, updated);
  const details = { errorCode: "InvalidAnchor", errorMessage: "The object is gone." };
  await answer(tenant, { key: { result: "Failure", details }, value: "{}" });
  const words = ["provision", "user", "Quillnote", `${userId},other`, "--json", "objectId,result,errorCode"];
  const { code, stdout } = await tenant.run(...words);
  expect(code).toBe(1);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { objectId: userId, result: "Success", errorCode: null },
    { objectId: "other", result: "Failure", errorCode: "InvalidAnchor" },
  ]);
});

test("provision user takes the name of a .NET type for a failure, and says what came", async () => {
  const tenant = await recording();
  await answer(tenant, { key: "Contoso.DataContracts.StatusInfo", value: "{}" });
  const { code, stdout } = await tenant.run("provision", "user", "Quillnote", userId);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: `user ${userId}: (not told; the service said: Contoso.DataContracts.StatusInfo)\n`,
  });
});

test("provision user --dry-run prints the request, and sends it not", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("provision", "user", "Quillnote", userId, "--dry-run");
  expect(stdout).toContain("/provisionOnDemand\n");
  expect(stdout).toContain(rule);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("provision user refuses a rule that maps no users, and lists those that there are", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("provision", "user", "Quillnote", userId, "--rule", "none");
  expect(code).toBe(1);
  expect(stderr).toContain(`The rule none maps no users, or the mapping is disabled. The rules are: ${rule}`);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("provision user sends five requests, and keeps the sixth back as long as the service demands", async () => {
  const tenant = await recording();
  for (let each = 0; each < 7; each++) await answer(tenant, updated);
  const stop = new AbortController();
  const running = tenant.runWith({ signal: stop.signal }, "provision", "user", "Quillnote", "1,2,3,4,5,6,7");
  const calls = (): number => tenant.sent.filter((line) => line.endsWith("/provisionOnDemand")).length;
  await expect.poll(calls, { timeout: 10_000 }).toBe(5);
  await new Promise((resolve) => setTimeout(resolve, 200));
  stop.abort();
  const { code, stdout } = await running;
  expect({ code, calls: calls() }).toEqual({ code: 130, calls: 5 });
  expect(stdout.match(/: Success/g)).toHaveLength(5);
});
