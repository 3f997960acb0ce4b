import type { Emulator } from "@graph-sync/emulator";

/** What an emulator without an engine cannot do on its own is scripted, for a paused job of the sample tenant. */
export interface ScriptedJob {
  /** Its service principal. */
  readonly scripted: string;
  readonly scriptedJob: string;
  readonly scriptedRule: string;
}

/** Scripts one answer to provision on demand, one link of objects and one entry of the log; none of it is recorded. */
export async function scriptJob(emulator: Emulator): Promise<ScriptedJob> {
  const [app] = await emulator.directory();
  const scripted = app?.servicePrincipalId ?? "";
  const jobs = `v1.0/servicePrincipals/${scripted}/synchronization/jobs`;
  const { value: [job] = [] } = await ask<{ value?: { id: string }[] }>(emulator, "GET", jobs);
  const scriptedJob = job?.id ?? "";
  const schema = await ask<{ synchronizationRules: { id: string }[] }>(
    emulator,
    "GET",
    `${jobs}/${scriptedJob}/schema`,
  );
  const control = `_emulator/jobs/${scriptedJob}`;
  await ask(emulator, "PATCH", control, { schedule: { state: "Paused" } });
  await ask(emulator, "POST", `${control}/provisionOnDemand`, { key: "scripted", value: { status: "Success" } });
  await ask(emulator, "POST", `${control}/objectConnections`, { sourceAnchor: "linked", targetAnchor: "there" });
  await ask(emulator, "POST", "_emulator/provisioningLogs", { value: [{ id: "of-a-script" }] });
  await ask(emulator, "DELETE", "_emulator/requests");
  return { scripted, scriptedJob, scriptedRule: schema.synchronizationRules[0]?.id ?? "" };
}

/** The body of an answer in a form that the caller knows; an error is thrown. */
export async function ask<Body>(emulator: Emulator, method: string, path: string, body?: object): Promise<Body> {
  const answer = await emulator.fetch(`https://graph.microsoft.com/${path}`, {
    method,
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  // The emulator's own tests hold its answers to their types.
  return (text === "" ? undefined : JSON.parse(text)) as Body;
}
