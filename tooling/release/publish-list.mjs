import { readJson, root } from "../workspace/packages.mjs";
import { output } from "./packed.mjs";

/** What a publish would publish is exactly what public-packages.json names: `pnpm check:publish`. */
const named = readJson(new URL("public-packages.json", import.meta.url));
// With --force the registry is not asked which versions it has, so this needs no network and no credential.
const dryRun = output(root, "pnpm", "-r", "publish", "--dry-run", "--force", "--no-git-checks", "--json");
const listed = JSON.parse(dryRun).map(({ name }) => name);

const faults = [
  ...listed
    .filter((name) => !named.includes(name))
    .map((name) => `${name} would be published: make it private, or name it in`),
  ...named
    .filter((name) => !listed.includes(name))
    .map((name) => `${name} would not be published: make it public, or take it out of`),
];
for (const fault of faults) console.error(`${fault} tooling/release/public-packages.json.`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`a publish lists exactly the ${listed.length} public packages: ${listed.toSorted().join(", ")}`);
