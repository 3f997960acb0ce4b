import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { published, root, source } from "../workspace/packages.mjs";

/**
 * Compiles each `ts` block of the READMEs at `top`, every one as a module of its own: `pnpm check:readmes`.
 * Returns how many blocks there are and a line for each fault.
 * @returns {{ readonly blocks: number, readonly faults: readonly string[] }}
 */
export function readmeExamples(
  top = root,
  readmes = ["README.md", ...published(top).map(({ folder }) => `${folder}/README.md`)],
) {
  const blocks = new Map(readmes.filter((file) => existsSync(join(top, file))).flatMap((file) => blocksOf(top, file)));
  const { options } = ts.parseJsonConfigFileContent(
    {
      extends: "./tooling/typescript/tests.json",
      // An example shows a use; what its reader would go on to do with the result is not in it.
      compilerOptions: { noUnusedLocals: false, moduleDetection: "force", paths: sourcePaths(top) },
    },
    ts.sys,
    top,
  );
  const program = ts.createProgram([...blocks.keys()], options, hostWith(blocks, options));
  const faults = ts.getPreEmitDiagnostics(program).map((fault) => {
    const message = ts.flattenDiagnosticMessageText(fault.messageText, "\n  ");
    const block = blocks.get(fault.file?.fileName);
    if (block === undefined) return `${fault.file?.fileName ?? "the compiler"}: ${message}`;
    const { line } = fault.file.getLineAndCharacterOfPosition(fault.start);
    return `${block.readme}:${block.line + line}: ${message}`;
  });
  return { blocks: blocks.size, faults };
}

/** The blocks of a README by the file that each one would be, beside the README, so that it resolves what the package does. */
function blocksOf(top, readme) {
  const text = readFileSync(join(top, readme), "utf8");
  return [...text.matchAll(/^```ts\b.*\n([^]*?)^```$/gm)].map((match) => {
    const line = text.slice(0, match.index).split("\n").length + 1;
    return [ts.sys.resolvePath(join(top, `${readme}.${line}.ts`)), { readme, line, code: match[1] }];
  });
}

/** Every entry of every public package, so that an example may also use a package that its own one does not need. */
function sourcePaths(top) {
  return Object.fromEntries(
    published(top).flatMap(({ folder, manifest }) =>
      Object.entries(manifest.exports).flatMap(([entry, target]) =>
        target[source] ? [[manifest.name + entry.slice(1), [join(top, folder, target[source])]]] : [],
      ),
    ),
  );
}

function hostWith(blocks, options) {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => blocks.has(file) || host.fileExists(file),
    readFile: (file) => blocks.get(file)?.code ?? host.readFile(file),
    getSourceFile: (file, ...rest) =>
      blocks.has(file) ? ts.createSourceFile(file, blocks.get(file).code, ...rest) : host.getSourceFile(file, ...rest),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { blocks, faults } = readmeExamples();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0 || blocks === 0) process.exitCode = 1;
  if (faults.length === 0) console.log(`${blocks} examples in READMEs compile`);
}
