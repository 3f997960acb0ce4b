import { type DirectoryObject, isGraphError, toArray } from "@graph-sync/core";
import { addConnectionOptions, type ConnectionOptions } from "../connection/connection-options.ts";
import { printed } from "../connection/service-address.ts";
import { inSession, type Session } from "../connection/session.ts";
import { explain } from "../errors/explain.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { ours } from "../output/fields.ts";
import { member } from "../output/member.ts";
import { plain } from "../output/plain.ts";
import { addJsonOption, columns, type JsonOptions, show } from "../output/records.ts";
import { resolveApp } from "../target/resolve-app.ts";
import { type AnyVerb, verb } from "../verb.ts";

interface DoctorOptions extends ConnectionOptions, JsonOptions {
  readonly for?: string;
}

/** One thing that was looked at. */
interface Finding {
  readonly check: string;
  /** Null where it could not be known. */
  readonly ok: boolean | null;
  readonly found: string;
}

/** A clock that is wrong by more makes tokens early or late. */
const skewLimitMs = 60_000;

export const doctor: AnyVerb = verb<DoctorOptions>({
  words: "doctor",
  args: "[app]",
  summary: "try the connection, the credential and the permissions, and say what is wrong",
  details:
    "With an app it also reads who owns it, and says what that means for the token. With --for it prints what a verb needs, from the table of permissions, and sends\n" +
    'nothing: --for "job start".',
  failsWhen: "something is wrong",
  example: 'graph-sync doctor Quillnote\ngraph-sync doctor --for "job start"',
  needs: ["servicePrincipals.list", "servicePrincipals.owners", "applications.getByAppId"],
  options(command) {
    command.option("--for <verb>", "print what this verb needs");
    addConnectionOptions(command);
    addJsonOption(
      command,
      ours(["check", "ok", "found", "operation", "application", "delegated", "directoryRoles", "inferred"]),
    );
  },
  async run({ args: [word], options, surroundings }): Promise<ExitCode | undefined> {
    if (options.for !== undefined) {
      const [{ printNeeds }, { allVerbs }] = await Promise.all([import("./verb-needs.ts"), import("../verbs.ts")]);
      await printNeeds(options.for, await allVerbs(), options, surroundings.stdout);
      return exitCodes.ok;
    }
    return inSession(options, surroundings, { words: "doctor" }, async (session) => {
      const findings: Finding[] = [
        { check: "profile", ok: null, found: session.profile ?? "(none)" },
        { check: "service", ok: null, found: `${printed(session.address)} over ${options.transport}` },
        { check: "credential", ok: null, found: session.tokenFrom },
        {
          check: "plugins",
          ok: null,
          found: session.client.plugins.map(({ name, slot }) => `${name} (${slot})`).join(", "),
        },
        ...(await reached(session, surroundings.now)),
        ...(await allowed(session)),
        ...(word === undefined ? [] : await owners(session, word)),
      ];
      const rows = findings.map(({ check, ok, found }) => [
        ok === null ? "" : ok ? "ok" : "WRONG",
        check,
        plain(found),
      ]);
      const text = (): Promise<string> => columns(["", "CHECK", "FOUND"], rows);
      await show({ value: findings, text }, options, surroundings.stdout);
      return findings.some(({ ok }) => ok === false) ? exitCodes.failed : exitCodes.ok;
    });
  },
});

/** Reads one app: whether the service answers, takes the token, and has the time that this machine has. */
async function reached(session: Session, now: () => number): Promise<readonly Finding[]> {
  const { client, call } = session;
  let date: string | undefined;
  const asked = now();
  try {
    const onResponse = ({ headers }: { readonly headers: Readonly<Record<string, string>> }): void => {
      date = headers["date"];
    };
    await toArray(client.servicePrincipals.list({ select: ["id"], top: 1 }, { ...call, onResponse }), { limit: 1 });
  } catch (error) {
    if (!isGraphError(error) || call.signal.aborted) throw error;
    return [wrong("connection", error, session)];
  }
  const connection = { check: "connection", ok: true, found: "the service answers, and takes the token" };
  const served = date === undefined ? NaN : Date.parse(date);
  if (Number.isNaN(served))
    return [connection, { check: "clock", ok: null, found: "the service does not say its time" }];
  // The header has whole seconds, and the answer took a while.
  const skewMs = Math.round((served - asked) / 1000) * 1000;
  const apart = `${Math.abs(skewMs) / 1000} s ${skewMs < 0 ? "ahead of" : "behind"} the service`;
  const ok = Math.abs(skewMs) <= skewLimitMs;
  const found = ok ? apart : `${apart}: tokens are refused as too early or too late; set this machine's clock`;
  return [connection, { check: "clock", ok, found }];
}

/** What the token says that it may do; nothing for one that says nothing. */
async function allowed({ claims }: Session): Promise<readonly Finding[]> {
  const told = claims();
  if (told === undefined) return [];
  const { permissionVerdict } = await import("./ownership.ts");
  return [{ check: "permissions", ...permissionVerdict(told) }];
}

/** Who owns the app, and what that means; where it cannot be read, the findings before it are shown all the same. */
async function owners(session: Session, word: string): Promise<readonly Finding[]> {
  try {
    const { id, appId, displayName } = await resolveApp(session, word);
    const found = await toArray(session.client.servicePrincipals(id).owners(undefined, session.call));
    const names = found.map((owner) => plain(member(owner, "displayName")) || plain(owner.id));
    const { ownershipVerdict } = await import("./ownership.ts");
    return [
      { check: `owners of ${plain(displayName)}`, ok: null, found: names.join(", ") || "(none)" },
      { check: "ownership", ...ownershipVerdict(found, session.claims()) },
      ...(await registration(session, appId, found)),
    ];
  } catch (error) {
    if (session.call.signal.aborted) throw error;
    return [wrong(`owners of ${plain(word)}`, error, session)];
  }
}

/** A common mistake: the app registration has owners of its own, and who is one of them does not own the service principal. */
async function registration(
  { client, call, claims }: Session,
  appId: string | undefined,
  owners: readonly DirectoryObject[],
): Promise<readonly Finding[]> {
  const { isAmong } = await import("./ownership.ts");
  const told = claims();
  if (told?.objectId === undefined || appId === undefined || isAmong(owners, told)) return [];
  try {
    const application = await client.applications.getByAppId(appId, { select: ["id"], expand: ["owners"] }, call);
    if (!isAmong(member(application, "owners"), told)) return [];
  } catch (error) {
    // The registration may be in another tenant, or not to be read.
    if (!isGraphError(error) || call.signal.aborted) throw error;
    return [];
  }
  const found =
    "the app registration is owned, which is not enough: jobs are on the service principal, which has owners of its own";
  return [{ check: "registration", ok: false, found }];
}

/** What went wrong, and what to do about it. */
function wrong(check: string, error: unknown, session: Session): Finding {
  const { message, hint } = explain(error, { ...session, words: "doctor" });
  return { check, ok: false, found: `${message} ${hint}` };
}
