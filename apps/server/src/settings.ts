import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { type LogLevel, logLevels } from "./log.ts";
import type { TimeLimits } from "./listen.ts";
import { isLoopback } from "./loopback.ts";
import { Refusal } from "./refusal.ts";

/** The command line and the environment, checked. */
export interface Settings extends TimeLimits {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** `none` takes any bearer token, and only from this machine. */
  readonly auth: "none" | "static";
  readonly log: LogLevel;
  /** Whether programs on other machines can reach the server. */
  readonly isPublic: boolean;
  readonly database?: string;
  readonly keyFile?: string;
  readonly tokenFile?: string;
  readonly seed?: string;
  /** Whether tests may steer the tenant by `/_emulator/…`. */
  readonly control?: boolean;
  /** Of the addresses in answers; where it listens unless told. */
  readonly origin?: string;
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** Where help and complaints go. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

interface Flags extends Omit<Settings, "isPublic" | "tls"> {
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Reads the arguments; throws a `Refusal`, or commander's error after it has printed help or a complaint. */
export function readSettings(args: readonly string[], output: Output): Settings {
  const command = new Command("graph-sync-server")
    .description("Serves the Microsoft Graph synchronization API of an emulated tenant. It does not provision.")
    .addOption(option("--port <number>", "port to listen on; 0 takes a free one").default(8787).argParser(readPort))
    .addOption(
      option("--host <address>", "address to listen on; needs --auth static unless loopback").default("127.0.0.1"),
    )
    .addOption(
      option("--auth <kind>", "who may call: none takes any bearer token").choices(["none", "static"]).default("none"),
    )
    .addOption(option("--token-file <file>", "tokens of --auth static, one a line (or GRAPH_SYNC_SERVER_TOKEN)"))
    .addOption(option("--database <address>", "file: and a path, or postgres://… (default: in memory)"))
    .addOption(option("--key-file <file>", "32 bytes in base64 that seal secrets (or GRAPH_SYNC_SERVER_KEY)"))
    .addOption(option("--seed <file>", "JSON to fill an empty database with (default: a sample tenant)"))
    .addOption(
      option("--origin <url>", "origin of the links in answers (default: where it listens)").argParser(readOrigin),
    )
    .addOption(option("--tls-cert <file>", "certificate in PEM: listen on https; needs --tls-key"))
    .addOption(option("--tls-key <file>", "private key of the certificate in PEM"))
    .addOption(timeLimit("--headers-timeout-ms <ms>", "how long headers may take, in milliseconds", 10_000))
    .addOption(timeLimit("--request-timeout-ms <ms>", "how long a whole request may take, in milliseconds", 30_000))
    .addOption(
      timeLimit("--keep-alive-timeout-ms <ms>", "how long an idle connection is kept, in milliseconds", 65_000),
    )
    .addOption(option("--control", "adds /_emulator/…, by which a test resets and scripts the tenant"))
    .addOption(
      option("--log <level>", "what is logged on stderr, as JSON lines")
        .choices([...logLevels])
        .default("error"),
    )
    .version(readVersion())
    .addHelpText(
      "after",
      "\nEvery option can also be set by its variable: --port by GRAPH_SYNC_SERVER_PORT, and so on.",
    )
    .allowExcessArguments(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
    })
    .parse(args, { from: "user" });
  const { tlsCert, tlsKey, ...flags } = command.opts<Flags>();
  const isPublic = !isLoopback(flags.host);
  if (isPublic && flags.auth === "none") throw anyToken(flags.host);
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new Refusal(2, "TLS needs a certificate and its key: give --tls-cert and --tls-key, or neither.");
  }
  if (flags.requestTimeoutMs < flags.headersTimeoutMs) {
    throw new Refusal(
      2,
      `A request cannot end before its headers: --request-timeout-ms is ${flags.requestTimeoutMs}, --headers-timeout-ms ${flags.headersTimeoutMs}. Raise the first, or lower the second.`,
    );
  }
  if (flags.tokenFile !== undefined && flags.auth !== "static") {
    throw new Refusal(2, "--token-file is for --auth static, which was not given. Give both, or neither.");
  }
  const tls = tlsCert !== undefined && tlsKey !== undefined && { tls: { certificate: tlsCert, key: tlsKey } };
  return { ...flags, isPublic, ...tls };
}

function option(flags: string, description: string): Option {
  const made = new Option(flags, description);
  return made.env(`GRAPH_SYNC_SERVER_${made.name().replaceAll("-", "_").toUpperCase()}`);
}

function timeLimit(flags: string, description: string, defaultMs: number): Option {
  return option(flags, description).default(defaultMs).argParser(readMs);
}

/** Not 0, which Node takes for no limit at all. */
function readMs(text: string): number {
  const ms = Number(text);
  if (/^\d{1,7}$/u.test(text) && ms >= 1 && ms <= longestMs) return ms;
  throw new InvalidArgumentError(`Give a number of milliseconds from 1 to ${longestMs}.`);
}

/** An hour. */
const longestMs = 3_600_000;

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("Give a number from 0 to 65535.");
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol) && text.replace(/\/$/u, "") === url.origin)
    return url.origin;
  throw new InvalidArgumentError("Give scheme, host and port alone, like https://graph.example:8443.");
}

function anyToken(host: string): Refusal {
  return new Refusal(
    2,
    `The server does not listen on "${host}": it accepts any bearer token, so it stays on this machine. Give a loopback address, like 127.0.0.1 or ::1, or tokens with --auth static.`,
  );
}

function readVersion(): string {
  // Beside `src` and beside `dist`, so that both find it.
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
