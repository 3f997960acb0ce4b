import { readdirSync, readFileSync } from "node:fs";
import * as operations from "@graph-sync/core/operations";
import { directoryRoles, permissions } from "@graph-sync/core/permissions";
import { expect, test } from "vitest";
import { leastPrivilege } from "../least-privilege.mjs";

const docs = new URL("../../../docs/", import.meta.url);
const page = (name: string): string => readFileSync(new URL(name, docs), "utf8");

test("the page of least permissions is what the table says now (pnpm write:docs writes it)", () => {
  expect(page("least-privilege.md")).toBe(leastPrivilege({ operations, permissions, directoryRoles }));
});

test("it names every operation once, and the permission for all beside one for owned objects", () => {
  const text = page("least-privilege.md");
  for (const { id } of Object.values(operations)) expect(text.split(`\`${id}\``)).toHaveLength(2);
  expect(text).toContain("`Application.ReadWrite.OwnedBy`, else `Synchronization.Read.All`");
});

test("a link between pages leads to a page that is there, and to a heading in it", () => {
  const broken: string[] = [];
  for (const name of readdirSync(docs)) {
    for (const [, target = "", , heading] of page(name).matchAll(/\]\(([\w-]+\.md)(#([\w-]+))?\)/g)) {
      const headings = [...page(target).matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
        text
          .toLowerCase()
          .replace(/[^\w -]/g, "")
          .replaceAll(" ", "-"),
      );
      if (heading !== undefined && !headings.includes(heading)) broken.push(`${name}: ${target}#${heading}`);
    }
  }
  expect(broken).toEqual([]);
});
