import { readFileSync, writeFileSync } from "node:fs";
import { exampleHolds } from "./example-holds.mjs";
import { functionTable, withTable } from "./function-table.mjs";

/** Writes the table of functions into the README; run it after a build: `pnpm --dir packages/expressions run readme`. */
const at = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);
const json = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), "utf8"));

const expressions = await import(at("dist/index.js").href);
const { functionSummaries } = await import(at("dist/reference.js").href);
const table = functionTable({
  functions: expressions.functions,
  summaries: functionSummaries,
  documented: json("test/fixtures/documented-examples.json"),
  own: json("test/fixtures/own-examples.json"),
  holds: exampleHolds(expressions),
});
const readme = at("README.md");
writeFileSync(readme, withTable(readFileSync(readme, "utf8"), table));
