import { readFileSync, writeFileSync } from "node:fs";
import { ruleList, withList } from "./rule-list.mjs";

/** Writes the list of rules into the README; run it after a build: `pnpm --dir packages/schema run readme`. */
const at = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);

const { lintRules } = await import(at("dist/rules.js").href);
const readme = at("README.md");
writeFileSync(readme, withList(readFileSync(readme, "utf8"), ruleList(lintRules)));
