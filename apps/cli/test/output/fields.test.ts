import { describe, expect, test } from "vitest";
import { inProcess } from "../sample-tenant.ts";
import { runCli } from "../run-cli.ts";
import { ours, stray } from "../../src/output/fields.ts";
import { jobFields } from "../../src/output/graph-fields.ts";
import { picker } from "../../src/output/records.ts";

const job = { id: "job", status: { code: "Active", "new.code": 7 }, "@odata.context": "there", newMember: [{ a: 1 }] };
const app = { id: "0b7e1c52-9a34-4d68-8f21-6c5e0d9b7a13", displayName: "Quillnote" };

/** Runs a verb against a service that has one app with these jobs. */
async function ran(words: readonly string[], jobs: readonly unknown[] = [job]): Promise<unknown> {
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const { method, url } = new Request(target, init);
    sent.push(`${method} ${new URL(url).pathname}`);
    return Response.json({ value: url.includes("/jobs") ? jobs : [app] });
  };
  const { code, stdout, stderr } = await runCli([...words, ...inProcess], { fetch });
  return code === 0
    ? (JSON.parse(stdout) as unknown)
    : { code, stdout, stderr: stderr.split("\n", 1)[0], sent: sent.length };
}

describe("a field that cannot be there is refused before anything is sent", () => {
  test.each([
    [
      ["fleet", "status", "--json", "jobId,helthy"],
      "There is no helthy; there is app, servicePrincipalId, jobId, healthy,",
    ],
    [["job", "status", "Quillnote", "--json", "code.text"], "There is no code.text; below code there is nothing."],
    [["job", "list", "Quillnote", "--json", "id.0.x"], "There is no id.0.x; below id there is nothing."],
    [["job", "create", "Quillnote", "--json", "status.cod"], "There is no status.cod; below status there is code,"],
    [["job", "create", "Quillnote", "--json", "newMember"], "There is no newMember; there is id, templateId,"],
    [["provision", "user", "Quillnote", "a", "--json", "reslt"], "There is no reslt; there is objectId, result,"],
    [["whoami", "--json", "__proto__"], "There is no __proto__; there is profile,"],
    [["whoami", "--json", "constructor.name"], "There is no constructor.name; there is profile,"],
    [
      ["job", "list", "Quillnote", "--json", ""],
      "Write names of fields, as id,status.code, or none for whole objects.",
    ],
    [["job", "list", "Quillnote", "--json", "id,,code"], "Write names of fields"],
    [["job", "list", "Quillnote", "--json", "id..code"], "Write names of fields"],
    [["job", "list", "Quillnote", "--json", "a b"], "Write names of fields"],
  ])("%j", async (words, message) => {
    const command = words[0] === "whoami" ? await runCli(words) : await ran(words);
    expect(command).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
    if (words[0] !== "whoami") expect(command).toMatchObject({ sent: 0 });
  });
});

describe("Graph's objects are open", () => {
  test("a member that nobody has documented is printed where an answer has it, also below others and with dots in its name", async () => {
    const fields = "newMember.0.a,status.new.code,@odata.context,status.quarantine.reason";
    expect(await ran(["job", "list", "Quillnote", "--json", fields], [{ id: "other" }, job])).toEqual([
      { "newMember.0.a": null, "status.new.code": null, "@odata.context": null, "status.quarantine.reason": null },
      { "newMember.0.a": 1, "status.new.code": 7, "@odata.context": "there", "status.quarantine.reason": null },
    ]);
  });

  test("one that no answer has is refused, with the documented and the answered ones", async () => {
    expect(await ran(["job", "list", "Quillnote", "--json", "stats"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        "graph-sync: --json: There is no stats; there is id, templateId, schedule, status, synchronizationJobSettings, " +
        "schema, bulkUpload, @odata.type, @odata.context, newMember.",
    });
    expect(await ran(["job", "list", "Quillnote", "--json", "status.foo"])).toMatchObject({
      stderr: expect.stringMatching(
        /^graph-sync: --json: There is no status[.]foo; below status there is code, .*new[.]code[.]$/,
      ),
    });
  });

  test("without an answer there is nothing to tell it by", async () => {
    expect(await ran(["job", "list", "Quillnote", "--json", "stats"], [])).toEqual([]);
  });

  test("of a stream the first objects tell, and later ones may lack it", () => {
    const pick = picker({ json: { paths: ["x"], strays: [{ path: "x", above: "", names: [], open: true }] } });
    expect(pick([])).toEqual([]);
    expect(pick([{ x: 1 }])).toEqual([{ x: 1 }]);
    expect(pick([{ y: 1 }])).toEqual([{ x: null }]);
  });
});

test("a field is known by its whole path", () => {
  expect(stray("status.quarantine.error.code", jobFields)).toBeUndefined();
  expect(stray("status.progress.0.units", jobFields)).toBeUndefined();
  expect(stray("@odata.type", jobFields)).toBeUndefined();
  expect(stray("list.3", ours(["list"]))).toBeUndefined();
  expect(stray("status.quarantine.why", jobFields)).toMatchObject({ above: "status.quarantine", open: true });
  expect(stray("toString", ours(["a"]))).toEqual({ path: "toString", above: "", names: ["a"], open: false });
});
