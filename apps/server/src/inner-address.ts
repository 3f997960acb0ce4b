import { BlockList, isIP } from "node:net";

/** Whether an address leads to this machine, into its own network, or nowhere: https://www.iana.org/assignments/iana-ipv4-special-registry */
export function isInnerAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || inner.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Node checks an IPv4 address that is written as IPv6 against the IPv4 ones. */
const subnets: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // The metadata services of the clouds are here.
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const inner: BlockList = new BlockList();
for (const [net, prefix] of subnets) inner.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
