import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeWhole } from "../../src/storage/whole-file.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

const uuid = "5b0f7c1e-93d2-4a68-8e1f-c07a4be2d913";

test("a written file takes the leftovers of killed runs with it, but none that may still be written, and nothing of others", async () => {
  const folder = await temporaryFolder();
  const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  const names = {
    [`plan.json.${uuid}.new`]: 2,
    [`other.json.${uuid}.new`]: 2,
    [`young.json.${uuid}.new`]: 0.9,
    [`aside.${uuid}.old`]: 2,
    "report.new": 2,
    [`${uuid}.new.txt`]: 2,
    [`schema.json.${uuid.slice(1)}.new`]: 2,
  };
  for (const [name, hours] of Object.entries(names)) {
    await writeFile(join(folder, name), "");
    await utimes(join(folder, name), hoursAgo(hours), hoursAgo(hours));
  }
  await mkdir(join(folder, `.apps.${uuid}.new`, "inner"), { recursive: true });
  await utimes(join(folder, `.apps.${uuid}.new`), hoursAgo(2), hoursAgo(2));

  await writeWhole(join(folder, "plan.json"), "{}");
  expect((await readdir(folder)).toSorted()).toEqual(
    [
      "plan.json",
      `young.json.${uuid}.new`,
      `aside.${uuid}.old`,
      "report.new",
      `${uuid}.new.txt`,
      `schema.json.${uuid.slice(1)}.new`,
    ].toSorted(),
  );
});
