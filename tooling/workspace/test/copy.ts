import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { packages, published, root } from "../packages.mjs";

/** A copy of this workspace in a temporary folder: every package.json, and of each file that one names, an empty one. */
export interface Copy {
  readonly top: string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  /** Changes a JSON file in place. */
  edit(file: string, change: (json: Json) => void): void;
}

/** A package.json as a test changes it. */
export type Json = Record<string, unknown>;

export function copyOfWorkspace(): Copy {
  const top = mkdtempSync(join(tmpdir(), "graph-sync-"));
  onTestFinished(() => {
    rmSync(top, { recursive: true });
  });
  const read = (file: string): string => readFileSync(join(top, file), "utf8");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  };
  const shared = [
    "package.json",
    ".prettierignore",
    "pnpm-workspace.yaml",
    ".changeset/config.json",
    "tooling/release/public-packages.json",
    "tooling/typescript",
  ];
  for (const file of shared) cpSync(root + file, join(top, file), { recursive: true });
  for (const { folder } of packages()) cpSync(`${root}${folder}/package.json`, join(top, folder, "package.json"));
  for (const { folder, manifest } of published()) {
    write(`${folder}/README.md`, "");
    for (const target of Object.values(manifest.exports ?? {})) {
      if (typeof target === "object") write(join(folder, target["@graph-sync/source"] ?? ""), "");
    }
  }
  return {
    top,
    read,
    write,
    remove: (file) => {
      rmSync(join(top, file));
    },
    edit: (file, change) => {
      // Only package.json and the changesets configuration are read here, and both are objects.
      const json = JSON.parse(read(file)) as Json;
      change(json);
      write(file, JSON.stringify(json));
    },
  };
}
