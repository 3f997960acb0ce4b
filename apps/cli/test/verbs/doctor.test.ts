import { expect, test } from "vitest";
import { refusing } from "../loopback.ts";
import { type Ended, runCli } from "../run-cli.ts";
import { inProcess, quillnote } from "../sample-tenant.ts";
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
  [
    "Wed, 06 May 2026 07:10:09 GMT",
    false,
    "120 s behind the service: tokens are refused as too early or too late; set this machine's clock",
    1,
  ],
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

const ours = "5d0f3b7e-2c41-4a96-8e7d-b1f6a3c95e20";

/** A token that says this of itself; nobody has signed it. */
const tokenOf = (claims: object): string =>
  ["{}", JSON.stringify(claims), "signature"].map((part) => Buffer.from(part).toString("base64url")).join(".");

/** Quillnote, with owners of its service principal and of its registration. */
async function examined(claims: object, owner: string | undefined, registrar?: string): Promise<Ended> {
  const owners = (id: string | undefined): readonly object[] =>
    id === undefined ? [] : [{ id, displayName: "Somebody" }];
  const { servicePrincipal: id, appId } = quillnote;
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const { pathname } = new URL(new Request(target, init).url);
    if (pathname.includes("/applications")) return Response.json({ id: "a", owners: owners(registrar) });
    return Response.json({
      value: pathname.endsWith("/owners") ? owners(owner) : [{ id, appId, displayName: "Quillnote" }],
    });
  };
  const env = { GRAPH_SYNC_TOKEN: tokenOf(claims) };
  return runCli(["doctor", "Quillnote", ...inProcess], { fetch, env });
}

const app = (...roles: readonly string[]): object => ({ oid: ours, roles });
const person = (scp: string): object => ({ oid: ours, scp });

test.each([
  [
    "an app that owns it",
    app("Application.ReadWrite.OwnedBy"),
    ours,
    "ok",
    "Application.ReadWrite.OwnedBy is enough",
    0,
  ],
  [
    "an app that does not",
    app("Application.ReadWrite.OwnedBy"),
    undefined,
    "WRONG",
    "reaches owned apps alone: make its",
    1,
  ],
  [
    "an app that need not",
    app("Synchronization.ReadWrite.All"),
    undefined,
    "ok",
    "it has Synchronization.ReadWrite.All",
    0,
  ],
  ["an app that may read", app("Synchronization.Read.All"), "else", "", "it can read, and change nothing", 0],
  ["an app that may nothing", app("Application.Read.All"), undefined, "WRONG", "lacks the permissions that need no", 1],
  ["a person who owns it", person("Synchronization.Read.All"), ours.toUpperCase(), "ok", "needs no directory role", 0],
  ["a person who does not", person("Synchronization.Read.All"), "else", "", "the directory roles Application Admin", 0],
  ["nobody knows whom", { roles: ["Synchronization.Read.All"] }, ours, "", "does not say whose it is", 0],
])("doctor says of a token of %s what that means", async (_, claims, owner, mark, found, ended) => {
  const { code, stdout } = await examined(claims, owner);
  expect(stdout).toMatch(new RegExp(`^${mark} +ownership +.*${found}`, "m"));
  expect(code).toBe(ended);
});

test("doctor knows that who owns the registration does not own the service principal", async () => {
  const { code, stdout } = await examined(person("Synchronization.Read.All"), undefined, ours);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^WRONG +registration +the app registration is owned, which is not enough/m);
  expect((await examined(person("Synchronization.Read.All"), ours, ours)).stdout).not.toContain("registration");
});

test.each([
  [
    person("User.Read Synchronization.Read.All Application.Read.All"),
    "ok",
    "Application.Read.All, Synchronization.Read.All$",
  ],
  [
    person("User.Read Application.ReadWrite.OwnedBy"),
    "WRONG",
    "Application.ReadWrite.OwnedBy; synchronization needs one of Sync",
  ],
  [app(), "WRONG", "none that a verb asks for; synchronization needs one of Application.ReadWrite.OwnedBy"],
])("doctor shows what a token may do: %j", async (claims, mark, found) => {
  expect((await examined(claims, undefined)).stdout).toMatch(new RegExp(`^${mark} +permissions +${found}`, "m"));
});

test("doctor says nothing of the permissions of a token that is no JWT, and repeats no token", async () => {
  const claims = person("Synchronization.Read.All");
  const { stdout, stderr } = await examined(claims, ours);
  expect(stdout + stderr).not.toContain(tokenOf(claims));
  const tenant = await recording();
  const opaque = await tenant.run("doctor", "Quillnote");
  expect(opaque.stdout).not.toContain("permissions");
  expect(opaque.stdout).toMatch(/^ +ownership +the token does not say whose it is/m);
});

test("doctor says what to do where nothing listens", async () => {
  const { code, stdout } = await runCli(["doctor", "--base-url", await refusing()]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^WRONG +connection +.*the connection was refused. Is the server running\? Start it with/m);
  expect(stdout).not.toContain("clock");
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
