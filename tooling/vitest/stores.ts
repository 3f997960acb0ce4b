import { fileURLToPath } from "node:url";
import type { TestProjectInlineConfiguration } from "vitest/config";

/** Folders whose tests start emulators; what has to hold on every database is tested on every database. */
const onEach: readonly string[] = ["packages/emulator"];

/** Folders of which some tests start programs on PostgreSQL. */
const withPostgres: readonly string[] = ["apps/server"];

/** The project itself, whose emulators keep their state in memory, and the same one for each other database. */
export function onEachStore(project: TestProjectInlineConfiguration): readonly TestProjectInlineConfiguration[] {
  const { name, setupFiles = [] } = project.test ?? {};
  if (typeof name !== "string") return [project];
  const globalSetup = [here("postgres-server.ts")];
  if (withPostgres.includes(name)) return [{ ...project, test: { ...project.test, globalSetup } }];
  if (!onEach.includes(name)) return [project];
  const on = (store: string, more: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration => ({
    ...project,
    test: { ...project.test, name: `${name} on ${store}`, env: { GRAPH_SYNC_TEST_DATABASE: store }, ...more },
  });
  return [
    project,
    on("file", {}),
    on("postgres", {
      globalSetup,
      setupFiles: [setupFiles, here("postgres-at-hand.ts")].flat(),
    }),
  ];
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
