import { expect, test } from "vitest";
import { overview } from "../../src/output/overview.ts";
import { now } from "../run-cli.ts";

const shown = (synchronization: object, unread: Readonly<Record<string, string>> = {}): string =>
  overview({ subject: "application a", source: "here", synchronization, unread, now });

test("jobs, templates and secret keys stand in aligned columns, with masked values as hidden", () => {
  const text = shown({
    id: "s",
    jobs: [
      { id: "j", templateId: "scim", schedule: { state: "Active", interval: "PT40M" }, status: { code: "Active" } },
    ],
    templates: [{ id: "scim", factoryTag: "CustomSCIM", description: "山田 by SCIM" }, { id: "old" }],
    secrets: [
      { key: "BaseAddress", value: "https://scim.example" },
      { key: "SecretToken", value: "*" },
      { key: "Url", value: "" },
      { key: "Domain" },
    ],
  });
  expect(text).toBe(`Synchronization of application a
  id         s
  read from  here

Jobs
  j
    template  scim
    schedule  Active, every 40 min
    status    Active
    last run  never

Templates
  ID    FACTORY TAG  DESCRIPTION
  scim  CustomSCIM   山田 by SCIM
  old   (none)

Secrets
  KEY          VALUE
  BaseAddress  https://scim.example
  SecretToken  (set, hidden)
  Url          (empty)
  Domain       (no value)
`);
});

test("the secret of the documented draft example, without key and value, is shown and not a TypeError", () => {
  const secrets = [{ "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair" }];
  expect(shown({ secrets })).toContain("  (no key)  (no value)\n");
});

test("a part that is empty, missing, not read or no list says so", () => {
  const text = shown({ jobs: [], templates: "none today" }, { secrets: "secrets.list: Graph answered 403." });
  expect(text).toContain("Jobs\n  (none)\n");
  expect(text).toContain("Templates\n  (unreadable: a list belongs here, and the service answered none today)\n");
  expect(text).toContain("Secrets\n  (not read: secrets.list: Graph answered 403.)\n");
});

test("no remote text reaches the terminal with control characters", () => {
  const evil = "a\u001b[2J\u009b\u202eb";
  const text = shown({
    id: evil,
    jobs: [{ id: evil, templateId: evil, schedule: { state: evil, interval: evil }, status: { code: evil } }],
    templates: [{ id: evil, factoryTag: evil, description: evil }],
    secrets: [{ key: evil, value: evil }],
  });
  expect(text).toContain("a[2Jb");
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
});
