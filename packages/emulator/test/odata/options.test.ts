import { expect, test } from "vitest";
import { containing, get, quillnote, roots, startEmulator } from "../emulator-under-test.ts";

const synchronization = `v1.0/${roots[0]}/synchronization`;
const jobs = `${synchronization}/jobs`;
const job = `${jobs}/${quillnote.jobId}`;

test("$select on an entity answers the named properties alone", async () => {
  const { body } = await get(await startEmulator(), `${job}?$select=id, templateId`);
  expect(body).toEqual({
    "@odata.context": containing("/jobs(id,templateId)/$entity"),
    id: quillnote.jobId,
    templateId: "scim",
  });
});

test("$select on a collection answers the named properties of each item", async () => {
  const { body } = await get(await startEmulator(), `${jobs}?$select=id`);
  expect(body).toEqual({
    "@odata.context": containing("/jobs(id)"),
    value: [{ id: quillnote.jobId }],
  });
});

test("$select=* is every property, and an escaped $ is a $", async () => {
  const emulator = await startEmulator();
  const { body } = await get(emulator, `${job}?%24select=*`);
  expect(body).toEqual((await get(emulator, job)).body);
});

test("$expand on the container brings jobs and templates without their schemas", async () => {
  const { body } = await get(await startEmulator(), `${synchronization}?$expand=jobs,templates`);
  expect(body).toMatchObject({
    "@odata.context": containing("/synchronization(jobs(),templates())/$entity"),
    secrets: [{ key: "BaseAddress" }, {}, {}, {}],
    jobs: [{ id: quillnote.jobId, status: { code: "Active" } }],
    templates: [{ id: "scim" }],
  });
  expect(body).not.toHaveProperty("jobs[0].schema");
  expect(body).not.toHaveProperty("templates[0].schema");
});

test("$select and $expand go together", async () => {
  const { body } = await get(await startEmulator(), `${synchronization}?$select=id&$expand=jobs`);
  expect(Object.keys(body)).toEqual(["@odata.context", "id", "jobs"]);
});

test.each([job, jobs])("$expand=schema brings the schema that a job works by, with the job's id: %s", async (path) => {
  const { body } = await get(await startEmulator(), `${path}?$expand=schema`);
  const schema = { id: quillnote.jobId, version: "v1.0", directories: [{ name: "Microsoft Entra ID" }, {}] };
  expect(body).toMatchObject(path === job ? { schema } : { value: [{ schema }] });
});

test("$expand=schema on templates brings the schema that their jobs start with", async () => {
  const { body } = await get(await startEmulator(), `${synchronization}/templates?$expand=schema`);
  expect(body).toHaveProperty("value[0].schema.synchronizationRules[0].name", "USER_AND_GROUP_OUTBOUND");
});

test.each([
  [`${jobs}?$select=nothing`, "Could not find a property named 'nothing' on type 'microsoft.graph.synchronizationJob'"],
  [`${job}?$expand=bulkUpload`, "named 'bulkUpload' on type 'microsoft.graph.synchronizationJob'"],
  [`${synchronization}?$expand=secrets`, "named 'secrets' on type 'microsoft.graph.synchronization'"],
  [`${synchronization}?$expand=jobs($expand=schema)`, "options inside $expand"],
  [`${jobs}?$select=`, "$select holds an empty name"],
  [`${jobs}?$expand=schema,`, "$expand holds an empty name"],
  [`${jobs}?$select=id&$select=status`, "'$select' was specified more than once"],
  [`${job}?$top=1`, "'$top' is not supported"],
  [`${job}?$filter=id eq 'x'`, "'$filter' is not supported"],
  [`${jobs}?$search="x"`, "'$search' is not supported"],
  [`${jobs}?$skip=1`, "'$skip' is not supported"],
  [`${jobs}?$top=0`, "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."],
  [`${jobs}?$top=1000`, "Invalid page size specified: '1000'"],
  [`${jobs}?$top=1e2`, "Invalid page size specified: '1e2'"],
  [`${jobs}?$count=yes`, "Invalid value 'yes' for $count"],
  [`${jobs}?$skiptoken=abc`, "The $skiptoken is not one"],
  [`${jobs}?$filter=nothing eq 1`, "Could not find a property named 'nothing'"],
  [`${jobs}?$filter=id eq 'x`, "Invalid filter clause: There is an unterminated string literal at position 6"],
  [`${jobs}?$orderby=id down`, "Invalid orderby clause: Syntax error at 'id down'"],
  [`${jobs}?$nothing`, "'$nothing' is not supported"],
  [`${synchronization}/secrets?$select=key`, "'$select' is not supported"],
  [`${jobs}?select=id`, "'select' is not supported here. Write '$select'."],
  [`${jobs}?Top=1`, "'Top' is not supported here"],
])("%s is refused with 400", async (path, message) => {
  expect(await get(await startEmulator(), path)).toMatchObject({
    status: 400,
    body: { error: { code: "BadRequest", message: containing(message) } },
  });
});

test("a name without $ is the caller's own, and is not read", async () => {
  expect((await get(await startEmulator(), `${jobs}?trace=1&selected=id`)).status).toBe(200);
});
