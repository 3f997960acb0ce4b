import { readFileSync } from "node:fs";
import type { OperationInfo, Version } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { describe, expect, test } from "vitest";
import { readOperations } from "./metadata-operations.ts";
import { type Mismatch, notInMetadata, notRows } from "./not-rows.ts";

const versions = ["v1.0", "beta"] as const;
const metadata = { "v1.0": readXml("v1.0"), beta: readXml("beta") };
const everything = versions.flatMap((version) => readOperations(metadata[version]));

const rows: readonly OperationInfo[] = Object.values(operations).filter(({ path }) =>
  path.includes("/synchronization"),
);
const nameOf = ({ method, path }: OperationInfo): string => `${method} ${path.replace(/\(\)$/, "")}`;
const listed = notRows.map(({ operation }) => operation);

describe.each(versions)("the contract and the %s metadata", (version) => {
  // The metadata has one container for both roots, so a row that one of them lacks does not stand for it.
  const whole = rows
    .filter((row) => row.roots === undefined && (row.versions ?? versions).includes(version))
    .map(nameOf);

  function neither(xml: string): readonly string[] {
    return readOperations(xml).filter((operation) => !whole.includes(operation) && !listed.includes(operation));
  }

  test("have every bound operation and every navigation path in common, but for the listed ones", () => {
    expect(neither(metadata[version])).toEqual([]);
  });

  test("are told apart when the metadata gains an action, a function, a relation or a stream", () => {
    const gain = (from: string, to: string): readonly string[] => {
      expect(metadata[version]).toContain(from);
      return neither(metadata[version].replace(from, to));
    };
    const jobs = "/{root}/{id}/synchronization/jobs";
    expect(gain('<Action Name="pause"', '<Action Name="halt"')).toEqual([`POST ${jobs}/{jobId}/halt`]);
    expect(
      gain(
        '<Action Name="pause" IsBound="true">\n        <Parameter Name="bindingParameter" Type="graph.synchronizationJob"',
        '<Action Name="pause" IsBound="true">\n        <Parameter Name="bindingParameter" Type="Collection(graph.synchronizationJob)"',
      ),
    ).toEqual([`POST ${jobs}/pause`]);
    expect(gain('<Function Name="functions"', '<Function Name="macros"')).toEqual([
      `GET ${jobs}/{jobId}/schema/macros`,
      "GET /{root}/{id}/synchronization/templates/{templateId}/schema/macros",
    ]);
    expect(
      gain(
        '<NavigationProperty Name="schema"',
        '<NavigationProperty Name="draft" Type="graph.filterOperatorSchema" />$&',
      ),
    ).toEqual([`GET ${jobs}/{jobId}/draft`, `PATCH ${jobs}/{jobId}/draft`, `DELETE ${jobs}/{jobId}/draft`]);
    expect(gain('<EntityType Name="synchronizationJob"', '$& HasStream="true"')).toEqual([
      `GET ${jobs}/{jobId}/$value`,
      `PUT ${jobs}/{jobId}/$value`,
      `DELETE ${jobs}/{jobId}/$value`,
    ]);
  });
});

describe("what the metadata has and the table has not", () => {
  test("is 20 operations", () => {
    expect(notRows).toHaveLength(20);
  });

  test.each(notRows)("$operation is in the metadata, is no row, and has its reason", (entry) => {
    expect(everything).toContain(entry.operation);
    expect(rows.map(nameOf)).not.toContain(entry.operation);
    expect(isCited(entry)).toBe(true);
  });
});

describe("what the table has below the container and the metadata has not", () => {
  test("is listed", () => {
    const beyond = rows.map(nameOf).filter((operation) => !everything.includes(operation));
    expect(beyond.toSorted()).toEqual(notInMetadata.map(({ operation }) => operation).toSorted());
  });

  test.each(notInMetadata)("$operation has its reason", (entry) => {
    expect(isCited(entry)).toBe(true);
  });
});

test("no operation is listed twice", () => {
  const all = [...notRows, ...notInMetadata].map(({ operation }) => operation);
  expect(new Set(all).size).toBe(all.length);
});

function isCited({ reason, source }: Mismatch): boolean {
  return /^[A-Z].{20,}\.$/.test(reason) && /^https:\/\/(learn\.microsoft|github)\.com\/./.test(source);
}

function readXml(version: Version): string {
  return readFileSync(new URL(`../fixtures/metadata/${version}.xml`, import.meta.url), "utf8");
}
