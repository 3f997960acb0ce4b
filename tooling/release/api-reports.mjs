import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { published, root } from "../workspace/packages.mjs";
import { inFolder } from "./packed.mjs";

/**
 * The public surface of every library, an `etc/*.api.md` an entry, so that a change of the surface is a diff to review.
 * `pnpm check:api`, after a build, fails where one is out of date; `pnpm api` writes them anew.
 */
const update = process.argv.includes("--update");

const silent = { default: { logLevel: "none" } };

/** The declarations are read as a user's compiler reads them. */
const overrideTsconfig = {
  compilerOptions: {
    module: "nodenext",
    target: "es2023",
    lib: ["ES2023", "DOM", "DOM.AsyncIterable", "ESNext.Disposable"],
    types: ["node"],
    strict: true,
  },
};

await inFolder((scratch) => {
  let count = 0;
  for (const { folder, manifest } of published()) {
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      if (target.types === undefined) continue;
      const name = ["index", ...entry.split("/").slice(1)].at(-1);
      if (!isCurrent(join(root, folder), manifest.name, name, target.types, scratch)) process.exitCode = 1;
      count += 1;
    }
  }
  console.log(
    `${count} API reports ${update ? "are written" : process.exitCode === 1 ? "were compared" : "are current"}.`,
  );
});

/** Compares one entry's report, or writes it; says what differs. */
function isCurrent(project, packageName, name, types, scratch) {
  const reports = join(project, "etc");
  mkdirSync(reports, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(project, "package.json"),
    configObject: {
      projectFolder: project,
      mainEntryPointFilePath: join(project, types),
      compiler: { overrideTsconfig },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: reports,
        reportTempFolder: join(scratch, packageName),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      // Its remarks on documentation would stand in every report; the surface alone is what we compare.
      messages: { compilerMessageReporting: silent, extractorMessageReporting: silent, tsdocMessageReporting: silent },
    },
  });
  const result = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = message.logLevel !== "error";
    },
  });
  if (result.apiReportChanged && !update) {
    console.error(`${packageName}: etc/${name}.api.md is not its surface any more: look at the change, run pnpm api.`);
  }
  return update || !result.apiReportChanged;
}
