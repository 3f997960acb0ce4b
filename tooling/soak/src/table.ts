import type { SoakReport } from "./soak.ts";

/** Reports side by side, as a Markdown table. */
export function table(reports: readonly (readonly [string, SoakReport])[]): string {
  const rows: readonly (readonly [string, (report: SoakReport) => string])[] = [
    ["operations acknowledged", ({ done }) => count(done)],
    ["of unknown fate, and said so", ({ unknown }) => count(unknown)],
    ["refused, and not done", ({ refused }) => count(refused)],
    ["requests the server saw", ({ requests }) => count(requests)],
    ["of these spoiled", ({ requests, spoiled }) => `${count(spoiled)} (${Math.round((spoiled / requests) * 100)} %)`],
    ["connections", ({ connections }) => count(connections)],
    ["acknowledged writes not done", ({ verdict }) => count(verdict.lost.length)],
    ["once-only writes done twice", ({ verdict }) => count(verdict.doubled.length)],
    ["writes called refused and done", ({ verdict }) => count(verdict.denied.length)],
    ["answers of another request", ({ verdict }) => count(verdict.wrong.length)],
    ["errors without a name", ({ verdict }) => count(verdict.strange.length)],
    ["requests nobody asked for", ({ verdict }) => count(verdict.unasked.length)],
    ["sockets, timers, listeners left", (one) => `${one.leakedSockets}, ${one.leakedTimers}, ${one.leakedListeners}`],
    ["growth after collection", ({ grownBytes }) => `${(grownBytes / 1024 / 1024).toFixed(2)} MB`],
    ["seconds", ({ seconds }) => seconds.toFixed(1)],
  ];
  return [
    `| | ${reports.map(([name]) => name).join(" | ")} |`,
    `|---|${reports.map(() => "---:|").join("")}`,
    ...rows.map(([title, cell]) => `| ${title} | ${reports.map(([, report]) => cell(report)).join(" | ")} |`),
  ].join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
