import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compare } from "./declared-type.ts";
import { differences, type Difference } from "./differences.ts";
import { readMetadata } from "./metadata-reader.ts";
import { readModels } from "./model-reader.ts";

const models = readModels();

describe.each(["v1.0", "beta"] as const)("the models and the %s metadata", (version) => {
  const xml = readFileSync(new URL(`../fixtures/metadata/${version}.xml`, import.meta.url), "utf8");
  const found = compare(models, readMetadata(xml));
  const rows: readonly Difference[] = differences;
  const listed = rows
    .filter(({ than }) => than.includes(`${version} metadata`))
    .map(({ name, kind }) => `${name}: ${kind}`);

  test("declare the same types with the same members, but for the listed differences", () => {
    expect(found.filter((difference) => !listed.includes(difference))).toEqual([]);
  });

  test("have no listed difference that is gone", () => {
    expect(listed.filter((difference) => !found.includes(difference))).toEqual([]);
  });

  test("are told apart when the metadata gains, loses or changes a type or a member", () => {
    const change = (from: string, to: string) => {
      expect(xml).toContain(from);
      return compare(models, readMetadata(xml.replace(from, to))).filter((difference) => !found.includes(difference));
    };
    expect(change('<Property Name="anchor" Type="Edm.Boolean"', '<Property Name="anchor" Type="Edm.String"')).toEqual([
      "AttributeDefinition.anchor: another type",
    ]);
    expect(change('<Member Name="WriteOnly" Value="3" />', '<Member Name="Hidden" Value="3" />')).toEqual([
      "Mutability.WriteOnly: only here",
      "Mutability.Hidden: only there",
    ]);
    expect(change('<ComplexType Name="filterGroup">', '<ComplexType Name="group">')).toEqual([
      "FilterGroup: only here",
      "Group: only there",
    ]);
    expect(change('<ComplexType Name="initiator" BaseType="graph.identity"', '<ComplexType Name="initiator"')).toEqual([
      "Initiator: another type",
    ]);
  });
});

test("every model is compared with Microsoft's type packages", () => {
  const table = readFileSync(new URL("models.ts", import.meta.url), "utf8");
  const compared = [...table.matchAll(/^ {2}(\w+): \[/gm)].map(([, name]) => name);
  expect(compared.toSorted()).toEqual([...models.keys()].toSorted());
});
