import { fileURLToPath } from "node:url";
import type { TestProjectInlineConfiguration } from "vitest/config";

/** Folders whose tests start emulators; what has to hold on every database is tested on every database. */
const folders: readonly string[] = ["packages/emulator"];

/** The project itself, whose emulators keep their state in memory, and the same one for each other database. */
export function onEachStore(project: TestProjectInlineConfiguration): readonly TestProjectInlineConfiguration[] {
  const { name, setupFiles = [] } = project.test ?? {};
  if (typeof name !== "string" || !folders.includes(name)) return [project];
  const on = (store: string, more: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration => ({
    ...project,
    test: { ...project.test, name: `${name} on ${store}`, env: { GRAPH_SYNC_TEST_DATABASE: store }, ...more },
  });
  return [
    project,
    on("file", {}),
    on("postgres", {
      globalSetup: [here("postgres-server.ts")],
      setupFiles: [setupFiles, here("postgres-at-hand.ts")].flat(),
    }),
  ];
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
