import { readFileSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { Command, InvalidArgumentError } from "commander";
import { Refusal } from "./refusal.ts";

/** The command line, checked. */
export interface Settings {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly seed?: string;
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** Where help and complaints go. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly database?: string;
  readonly seed?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Reads the arguments; throws a `Refusal`, or commander's error after it has printed help or a complaint. */
export function readSettings(args: readonly string[], output: Output): Settings {
  const command = new Command("graph-sync-server")
    .description("Serves the Microsoft Graph synchronization API of an emulated tenant. It does not provision.")
    .option("--port <number>", "port to listen on; 0 takes a free one", readPort, 8787)
    .option("--host <address>", "loopback address to listen on", "127.0.0.1")
    .option("--database <address>", "file: and a path keeps the tenant in that file (default: in memory)")
    .option("--seed <file>", "JSON to fill an empty database with (default: a sample tenant)")
    .option("--tls-cert <file>", "certificate in PEM: listen on https; needs --tls-key")
    .option("--tls-key <file>", "private key of the certificate in PEM")
    .version(readVersion())
    .allowExcessArguments(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.stdout.write(text),
      writeErr: (text) => output.stderr.write(text),
    })
    .parse(args, { from: "user" });
  const { port, host, database, seed, tlsCert, tlsKey } = command.opts<Flags>();
  requireLoopback(host);
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new Refusal(2, "TLS needs a certificate and its key: give --tls-cert and --tls-key, or neither.");
  }
  return {
    port,
    host,
    ...(database !== undefined && { database }),
    ...(seed !== undefined && { seed }),
    ...(tlsCert !== undefined && tlsKey !== undefined && { tls: { certificate: tlsCert, key: tlsKey } }),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("Give a number from 0 to 65535.");
}

/** The server takes any bearer token, so nobody but this machine may reach it. */
function requireLoopback(host: string): void {
  if (host === "localhost") return;
  const family = isIP(host);
  if (family !== 0 && loopback.check(host, family === 6 ? "ipv6" : "ipv4")) return;
  throw new Refusal(
    2,
    `The server does not listen on "${host}": it accepts any bearer token, so it stays on this machine. Give a loopback address, like 127.0.0.1 or ::1.`,
  );
}

const loopback: BlockList = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

function readVersion(): string {
  // Beside `src` and beside `dist`, so that both find it.
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
