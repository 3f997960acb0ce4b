import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { published, root } from "../workspace/packages.mjs";
import { inFolder } from "./packed.mjs";

/**
 * The public surface of every library, an `etc/*.api.md` an entry, so that a change of the surface is a diff to review.
 * `pnpm check:api`, after a build, fails where one is out of date or a public member has no docstring; `pnpm api` writes
 * them anew.
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
  const surfaces = published().flatMap(({ folder, manifest }) => entriesOf(join(root, folder), manifest, scratch));
  const [first, ...others] = surfaces.map(({ config }) => config);
  // One program for all entries: each of its own would read the same libraries again.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: others.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  for (const { title, config } of surfaces) {
    if (!isCurrent(title, config, compilerState)) process.exitCode = 1;
  }
  const outcome = update ? "are written" : process.exitCode === 1 ? "were compared" : "are current";
  console.log(`${surfaces.length} API reports ${outcome}.`);
});

/** Every typed entry of a package: the name of its report, and how the extractor is to read it. */
function entriesOf(project, manifest, scratch) {
  const typed = Object.entries(manifest.exports ?? {}).filter(([, target]) => target.types !== undefined);
  return typed.map(([entry, { types }]) => {
    const name = ["index", ...entry.split("/").slice(1)].at(-1);
    const reportTempFolder = join(scratch, manifest.name);
    return { title: `${manifest.name}: etc/${name}.api.md`, config: configOf(project, name, types, reportTempFolder) };
  });
}

function configOf(project, name, types, reportTempFolder) {
  const reportFolder = join(project, "etc");
  mkdirSync(reportFolder, { recursive: true });
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(project, "package.json"),
    configObject: {
      projectFolder: project,
      mainEntryPointFilePath: join(project, types),
      compiler: { overrideTsconfig },
      apiReport: { enabled: true, reportFileName: `${name}.api.md`, reportFolder, reportTempFolder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      // Its remarks on documentation would stand in every report; the surface alone is what we compare.
      messages: { compilerMessageReporting: silent, extractorMessageReporting: silent, tsdocMessageReporting: silent },
    },
  });
}

/** Compares one entry's report, or writes it; says what differs. */
function isCurrent(title, config, compilerState) {
  const result = Extractor.invoke(config, {
    compilerState,
    localBuild: update,
    messageCallback: (message) => {
      message.handled = message.logLevel !== "error";
    },
  });
  const bare = undocumented(readFileSync(config.reportFilePath, "utf8"));
  if (bare.length > 0) console.error(`${title} has members without a docstring:\n${bare.join("\n")}`);
  if (result.apiReportChanged && !update) {
    console.error(`${title} is not its surface any more: look at the change, run pnpm api.`);
  }
  return bare.length === 0 && (update || !result.apiReportChanged);
}

/** What a report calls undocumented, but for members that their literal says all of (`readonly type: "call"`). */
function undocumented(report) {
  return [...report.matchAll(/\(undocumented\)\n(.+)/g)]
    .map(([, declaration]) => declaration.trim())
    .filter((declaration) => !/: "[^"]+";$/.test(declaration));
}
