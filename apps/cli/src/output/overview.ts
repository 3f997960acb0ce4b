import { jobRows } from "./job.ts";
import { member } from "./member.ts";
import { plain } from "./plain.ts";
import { table } from "./table.ts";

/** What is shown of an app on one screen. */
export interface Overview {
  /** `service principal 5eed…`, as the person asked for it. */
  readonly subject: string;
  /** Where it was read and with which token. */
  readonly source: string;
  /** The synchronization object as read; its parts may be of any type. */
  readonly synchronization: object;
  /** Why a part could not be read, by its name. */
  readonly unread: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The readable form of a synchronization object: its jobs, templates and secret keys. */
export function overview(shown: Overview): string {
  const { synchronization: value, now } = shown;
  const head = [
    ["id", plain(member(value, "id")) || "(not told)"],
    ["read from", shown.source],
  ];
  const sections = [
    section(shown, "jobs", "Jobs", (jobs) => jobs.map((job) => jobBlock(job, now)).join("\n")),
    section(shown, "templates", "Templates", (templates) =>
      table([["ID", "FACTORY TAG", "DESCRIPTION"], ...templates.map(templateRow)], 2),
    ),
    section(shown, "secrets", "Secrets", (secrets) => table([["KEY", "VALUE"], ...secrets.map(secretRow)], 2)),
  ];
  return `${[`Synchronization of ${plain(shown.subject)}\n${table(head, 2)}`, ...sections].join("\n\n")}\n`;
}

function section(
  { synchronization, unread }: Overview,
  name: string,
  title: string,
  print: (items: readonly unknown[]) => string,
): string {
  const items = member(synchronization, name);
  const reason = unread[name];
  if (reason !== undefined) return `${title}\n  (not read: ${plain(reason)})`;
  if (Array.isArray(items)) return `${title}\n${items.length === 0 ? "  (none)" : print(items)}`;
  if (items === undefined || items === null) return `${title}\n  (none)`;
  return `${title}\n  (unreadable: a list belongs here, and the service answered ${plain(items)})`;
}

function jobBlock(job: unknown, now: number): string {
  return `  ${plain(member(job, "id")) || "(no id)"}\n${table(jobRows(job, now), 4)}`;
}

function templateRow(template: unknown): readonly string[] {
  return [
    plain(member(template, "id")) || "(no id)",
    plain(member(template, "factoryTag")) || "(none)",
    plain(member(template, "description")),
  ];
}

function secretRow(secret: unknown): readonly string[] {
  return [plain(member(secret, "key")) || "(no key)", secretValue(member(secret, "value"))];
}

/** The service masks what is secret; what it does not mask is a setting. */
function secretValue(value: unknown): string {
  if (value === undefined || value === null) return "(no value)";
  if (value === "") return "(empty)";
  return value === "*" ? "(set, hidden)" : plain(value);
}
