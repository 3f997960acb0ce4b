import { BlockList, isIP } from "node:net";

/** Whether an address is reached without the proxy; the host without brackets, in lower case. */
export type Bypass = (hostname: string, port: number) => boolean;

/**
 * Reads a list as `NO_PROXY` has it, its items parted by commas or blanks: `*` for every address; `example.com` for a
 * host and all below it; `.example.com` or `*.example.com` for those below only; an IP address; a range of them
 * (`10.0.0.0/8`, `fd00::/8`). Each but the range may end in a port, an IPv6 address then in brackets. Names are not
 * looked up, so a range holds for addresses that are written as numbers. What is none of these is passed over.
 */
export function noProxy(list: string): Bypass {
  const rules = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((item) => item !== "")
    .flatMap((item) => rule(item) ?? []);
  return (hostname, port) => rules.some((matches) => matches(hostname, port));
}

/** Whether it is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || within(loopback, hostname);
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

function rule(item: string): Bypass | undefined {
  if (item === "*") return () => true;
  const range = rangeOf(item);
  if (range !== undefined) return (hostname) => within(range, hostname);
  if (item.includes("/")) return undefined;
  const { name, port } = parted(item);
  const matches = isIP(name) === 0 ? domain(name) : address(name);
  return (hostname, actual) => (port === undefined || port === actual) && matches(hostname);
}

function rangeOf(item: string): BlockList | undefined {
  const [, network = "", bits = ""] = /^(.+)\/(\d{1,3})$/.exec(item) ?? [];
  const family = isIP(network);
  if (family === 0 || Number(bits) > (family === 4 ? 32 : 128)) return undefined;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family === 4 ? "ipv4" : "ipv6");
  return list;
}

/** An IPv6 address has colons of its own, so it has a port only behind brackets. */
function parted(item: string): { readonly name: string; readonly port: number | undefined } {
  if (isIP(item) !== 0) return { name: item, port: undefined };
  const [, name = item, port] = /^(.*?)(?::(\d+))?$/.exec(item) ?? [];
  return { name: name.replace(/^\[|\]$/g, ""), port: port === undefined ? undefined : Number(port) };
}

function domain(name: string): (hostname: string) => boolean {
  const below = name.replace(/^\*?\./, "");
  const itself = below === name;
  return (hostname) => (itself && hostname === below) || hostname.endsWith(`.${below}`);
}

/** Compared as addresses: there are many ways to write one. */
function address(ip: string): (hostname: string) => boolean {
  const list = new BlockList();
  list.addAddress(ip, isIP(ip) === 4 ? "ipv4" : "ipv6");
  return (hostname) => within(list, hostname);
}

function within(list: BlockList, hostname: string): boolean {
  const family = isIP(hostname);
  return family !== 0 && list.check(hostname, family === 4 ? "ipv4" : "ipv6");
}
