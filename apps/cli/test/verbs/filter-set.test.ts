import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { recording } from "./recording.ts";

const set = ["filter", "set", "Quillnote", "--object", "User"] as const;
const filter = (attribute: string): string =>
  JSON.stringify({
    groups: [
      { name: "mail", clauses: [{ sourceOperandName: attribute, operatorName: "IS NOT NULL", targetOperand: null }] },
    ],
  });

test("filter set writes a filter from stdin, and --clear takes it away", async () => {
  const tenant = await recording();
  const { code } = await tenant.runWith({ stdin: input(filter("mail")) }, ...set, "--file", "-", "--yes");
  expect(code).toBe(0);
  expect(tenant.lastWrite()).toMatch(/^PUT .*\/schema$/);
  expect((await tenant.run("filter", "list", "Quillnote")).stdout).toMatch(/^User +mail +mail IS NOT NULL$/m);
  expect((await tenant.run(...set, "--clear", "--yes")).code).toBe(0);
  expect((await tenant.run("filter", "list", "Quillnote")).stdout).not.toContain("IS NOT NULL");
});

test("filter set refuses a filter on what users do not have, both options, and none", async () => {
  const tenant = await recording();
  const wrong = await tenant.runWith({ stdin: input(filter("shoeSize")) }, ...set, "--file", "-", "--yes");
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("Nothing was sent.");
  expect((await tenant.run(...set, "--yes")).stderr).toContain("Say one of --file and --clear.");
  expect((await tenant.run(...set, "--clear", "--file", "x")).stderr).toContain("Say one of --file and --clear.");
  expect(tenant.lastWrite()).toBeUndefined();
});
