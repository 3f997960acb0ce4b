import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { output, packAll, inFolder } from "./packed.mjs";

/** publint and "are the types wrong" on every public package, as packed: `pnpm check:packages`, after a build. */
const attw = fileURLToPath(new URL("node_modules/.bin/attw", import.meta.url));

await inFolder(async (folder) => {
  for (const { tarball, manifest } of packAll(folder)) {
    const bytes = readFileSync(tarball);
    const pack = { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
    const { messages, pkg } = await publint({ pack, strict: true });
    const faults = messages.map((message) => formatMessage(message, pkg));
    // A program has no entry to import, so no types that could be wrong.
    const library = manifest.exports["."] !== undefined;
    if (library && faults.length === 0) output(folder, attw, tarball, "--profile", "esm-only", "--no-color");
    for (const fault of faults) console.error(`${manifest.name}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    else console.log(`${manifest.name}: publint${library ? " and attw find" : " finds"} nothing`);
  }
});
