import type { DirectoryEntry } from "@graph-sync/emulator";
import type { Settings } from "./settings.ts";

/** What the server prints when it listens: the base URL first, for programs, then the ids to call it with. */
export function greeting(origin: string, settings: Settings, directory: readonly DirectoryEntry[]): string {
  const apps = directory.flatMap((app) => [
    plain(app.displayName),
    `  service principal  ${app.servicePrincipalId}`,
    ...(app.applicationId === undefined ? [] : [`  application        ${app.applicationId}`]),
    ...app.jobIds.map((id) => `  job                ${plain(id)}`),
  ]);
  const lines = [
    `Listening on ${origin}/v1.0`,
    "",
    ...apps,
    "",
    ...summary(origin, settings),
    "",
    whoMayCall(settings),
  ];
  return `${lines.join("\n")}\n`;
}

/** How it is set; of a secret only where it is from. */
function summary(origin: string, settings: Settings): readonly string[] {
  const { database, keyFile, auth, tls, seed, log } = settings;
  return [
    `  database  ${plain(database === undefined ? "in memory" : withoutPassword(database))}`,
    `  key       ${plain(keyFile ?? (process.env["GRAPH_SYNC_SERVER_KEY"] ? "GRAPH_SYNC_SERVER_KEY" : "the database's own"))}`,
    `  seed      ${plain(seed ?? "sample tenant")}`,
    `  auth      ${auth}`,
    `  tls       ${plain(tls?.certificate ?? "none")}`,
    `  links to  ${settings.origin ?? origin}`,
    `  timeouts  headers ${settings.headersTimeoutMs} ms, request ${settings.requestTimeoutMs} ms, keep-alive ${settings.keepAliveTimeoutMs} ms`,
    `  log       ${log}`,
  ];
}

function whoMayCall({ auth }: Settings): string {
  const who = auth === "none" ? "Any bearer token is accepted" : "Only the given tokens are accepted";
  return `${who}, and nothing is provisioned. Ctrl-C stops the server.`;
}

/** User, password and options of a PostgreSQL URL are nobody's to read. */
function withoutPassword(database: string): string {
  return database.startsWith("file:") ? database : database.replace(/:\/\/.*@/su, "://").replace(/\?.*$/su, "");
}

/** A name from a seed must not steer the terminal. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?");
}
