import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { inProcess } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { scene, there } from "./signing-in.ts";

test("doctor shows where it is, as whom, and that the service answers", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("doctor", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ +service +http:\/\/127\.0\.0\.1:8787\/v1\.0 over fetch$/m);
  expect(stdout).toMatch(/^ +credential +GRAPH_SYNC_TOKEN$/m);
  expect(stdout).toMatch(/^ +plugins +.*retry \(retry\).*bearer \(auth\)/m);
  expect(stdout).toMatch(/^ok +connection +the service answers, and takes the token$/m);
  expect(stdout).toMatch(/^ +owners of Quillnote +\S/m);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/owners$/);
});

test.each([
  ["Wed, 06 May 2026 07:10:09 GMT", false, "120 s behind the service", 1],
  ["Wed, 06 May 2026 07:08:00 GMT", true, "9 s ahead of the service", 0],
])("doctor compares the clock with a service that says %s", async (date, ok, found, ended) => {
  const fetch = async (): Promise<Response> => Response.json({ value: [] }, { headers: { date } });
  const { code, stdout } = await runCli(["doctor", "--json", ...inProcess], { fetch });
  expect(code).toBe(ended);
  expect(JSON.parse(stdout)).toContainEqual({ check: "clock", ok, found });
});

test("doctor tells a refusal with its cause from the table of permissions, and ends with 1", async () => {
  const fetch = async (): Promise<Response> => Response.json({ error: { code: "UnknownError" } }, { status: 403 });
  const { code, stdout } = await runCli(["doctor", ...inProcess], { fetch });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^WRONG +connection .*Application\.Read/m);
});

test("doctor --for prints what a verb needs, and sends nothing", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("doctor", "--for", "job start");
  expect({ code, sent: tenant.sent }).toEqual({ code: 0, sent: [] });
  await expect(stdout).toMatchFileSnapshot("outputs/doctor-for.txt");
});

test("doctor --for refuses what is no verb", async () => {
  const { code, stderr } = await runCli(["doctor", "--for", "job strat"]);
  expect(code).toBe(2);
  expect(stderr).toContain("There is no verb job strat.");
});

test("doctor says that a sign-in is over and what to do, beside everything else it found", async () => {
  const at = await scene();
  await at.run("login", ...there(at), "--transport", "fetch");
  at.authority.revokeRefreshTokens();
  const later = (): number => Date.now() + 2 * 3_600_000;
  const { code, stdout } = await at.runWith({ now: later }, "doctor", "--transport", "fetch");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ +credential +the profile default/m);
  expect(stdout).toMatch(/^WRONG +connection +The sign-in of the profile default is over. graph-sync login --profile/m);
});

test("doctor shows what it found where there is no such app", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("doctor", "Nope");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ok +connection /m);
  expect(stdout).toMatch(/^WRONG +owners of Nope +There is no app Nope/m);
});
