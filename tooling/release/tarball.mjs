import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/**
 * Faults of one unpacked tarball, as sentences: a file that no entry leads to, one that is missing, or a trace of the
 * workspace in its package.json.
 * @returns {readonly string[]}
 */
export function tarballFaults(content, manifest) {
  const there = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(content.length), entry.name).replace(/^\//, ""));
  const expected = new Set(["LICENSE", "README.md", "package.json"]);
  for (const entry of entriesOf(manifest)) follow(content, entry, expected);

  const text = readFileSync(join(content, "package.json"), "utf8");
  return [
    ...there.filter((file) => !expected.has(file)).map((file) => `${file} is packed, but no entry leads to it`),
    ...[...expected].filter((file) => !there.includes(file)).map((file) => `${file} is not packed`),
    ...["@graph-sync/source", "workspace:", "catalog:"]
      .filter((trace) => text.includes(`"${trace}`))
      .map((trace) => `package.json still says ${trace}`),
  ];
}

const entriesOf = ({ exports = {}, bin = {} }) =>
  [
    ...Object.values(exports).flatMap((target) => (typeof target === "string" ? [target] : Object.values(target))),
    ...Object.values(bin),
  ].map((file) => posix.normalize(file));

/** Adds a file and all that it imports by a relative path. */
function follow(content, file, found) {
  if (found.has(file)) return;
  found.add(file);
  if (!existsSync(join(content, file))) return;
  const text = readFileSync(join(content, file), "utf8");
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (!fileName.startsWith(".")) continue;
    const target = posix.join(posix.dirname(file), fileName);
    follow(content, file.endsWith(".d.ts") ? target.replace(/\.js$/, ".d.ts") : target, found);
  }
}
