/**
 * The version after this one: `v1.3` after `v1.2`. How the service counts is not documented; that its versions look so is:
 * https://learn.microsoft.com/entra/identity/app-provisioning/export-import-provisioning-configuration
 */
export function nextVersion(version: string | null | undefined): string {
  const { major, minor } = /^v(?<major>\d{1,9})\.(?<minor>\d{1,9})$/u.exec(version ?? "")?.groups ?? {};
  return `v${major ?? 1}.${Number(minor ?? 0) + 1}`;
}
