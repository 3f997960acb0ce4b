import type { DirectoryEntry } from "@graph-sync/emulator";

/** What the server prints when it listens: the base URL first, for programs, then the ids to call it with. */
export function greeting(origin: string, directory: readonly DirectoryEntry[]): string {
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
    "Any bearer token is accepted, and nothing is provisioned. Ctrl-C stops the server.",
  ];
  return `${lines.join("\n")}\n`;
}

/** A name from a seed must not steer the terminal. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?");
}
