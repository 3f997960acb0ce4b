/**
 * What a client does in a tenant, from a new app to its end; prints what it was told as one JSON object.
 * @param {(step: string, method: string, path: string, body?: object) => Promise<any>} call answers the body of a 2xx, and
 *   rejects for any other status
 * @param {(error: any) => unknown} statusOf the status in what this client rejects with
 */
export async function scenario(call, statusOf) {
  const application = await call("createApplication", "POST", "/applications", { displayName: "Made by a client" });
  const servicePrincipal = await call("createServicePrincipal", "POST", "/servicePrincipals", {
    appId: application.appId,
  });
  const root = `/servicePrincipals/${servicePrincipal.id}/synchronization`;
  const templates = await call("listTemplates", "GET", `${root}/templates`);
  const job = await call("createJob", "POST", `${root}/jobs`, { templateId: templates.value[0].id });
  await call("replaceSecrets", "PUT", `${root}/secrets`, {
    value: [
      { key: "BaseAddress", value: "https://scim.example/v2" },
      { key: "SecretToken", value: "s3cr3t" },
    ],
  });
  const secrets = await call("listSecrets", "GET", `${root}/secrets`);
  const path = `${root}/jobs/${job.id}`;
  const schema = await call("getSchema", "GET", `${path}/schema`);
  await call("replaceSchema", "PUT", `${path}/schema`, schema);
  const replaced = await call("getSchema", "GET", `${path}/schema`);
  const states = [job.schedule.state];
  for (const [step, body] of [["start"], ["pause"], ["restart", { criteria: { resetScope: "Full" } }]]) {
    await call(String(step), "POST", `${path}/${step}`, typeof body === "object" ? body : undefined);
    states.push((await call("getJob", "GET", path)).schedule.state);
  }
  const jobs = await call("listJobs", "GET", `${root}/jobs`);
  const logs = await call("listLogs", "GET", "/auditLogs/provisioning");
  await call("deleteJob", "DELETE", path);
  const gone = await call("getJob", "GET", path).then(() => "found", statusOf);
  process.stdout.write(
    JSON.stringify({
      displayName: servicePrincipal.displayName,
      secrets: secrets.value.map(({ key, value }) => [key, value]),
      rulesKept: JSON.stringify(replaced.synchronizationRules) === JSON.stringify(schema.synchronizationRules),
      versions: [schema.version, replaced.version],
      states,
      jobs: jobs.value.map(({ id }) => id === job.id),
      logs: Array.isArray(logs.value),
      gone,
    }),
  );
}
