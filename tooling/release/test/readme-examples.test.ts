import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../../workspace/packages.mjs";
import { readmeExamples } from "../readme-examples.mjs";

/** A README in a package of its own, which is gone after the test. */
function faultsOf(text: string): ReturnType<typeof readmeExamples> {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "README.md"), text);
  const readme = relative(root, join(folder, "README.md"));
  const { blocks, faults } = readmeExamples(root, [readme]);
  return { blocks, faults: faults.map((fault) => fault.replace(readme, "README.md")) };
}

const example = (code: string): string => `# A package\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

test("an example may import any package of ours by its name, and wait at its top", () => {
  const code = `import { bearer, createClient } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";

const graph = createClient({ transport: fetchTransport(), plugins: [bearer("a-token")] });
await graph.close();`;
  expect(faultsOf(example(code))).toEqual({ blocks: 1, faults: [] });
});

test("a fault is named with its file and line", () => {
  const { faults } = faultsOf(example('\nexport const port: number = "8787";'));
  expect(faults).toEqual(["README.md:5: Type 'string' is not assignable to type 'number'."]);
});

test("each block is a module of its own", () => {
  const { blocks, faults } = faultsOf(
    example("const one = 1;") + example("const one = 2;") + example("console.log(one);"),
  );
  expect(blocks).toBe(3);
  expect(faults).toEqual(["README.md:14: Cannot find name 'one'."]);
});

test("a block of another language is left alone", () => {
  expect(faultsOf("```sh\nnpm test\n```\n\n```json\n{}\n```\n")).toEqual({ blocks: 0, faults: [] });
});
