import * as operations from "@graph-sync/core/operations";

/** A request as the emulator recorded it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Every operation of the contract with the statuses that its requests were answered with. */
export function statusesByOperation(requests: readonly RecordedRequest[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    Object.values(operations).map(({ id, method, path, roots, versions }) => {
      const address = addressOf(path, roots ?? ["servicePrincipals", "applications"], versions ?? ["v1.0", "beta"]);
      const own = requests.filter((one) => one.method === method && address.test(decodeURIComponent(one.path)));
      return [id, [...new Set(own.map(({ status }) => status))]];
    }),
  );
}

/** Every operation of the contract with the one status that its page names. */
export const documentedStatuses: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.values(operations).map(({ id, status }) => [id, [status]]),
);

function addressOf(path: string, roots: readonly string[], versions: readonly string[]): RegExp {
  const literal = (text: string): string => text.replaceAll(/[.()$]/gu, String.raw`\$&`);
  const pattern = literal(path)
    .replace("{root}", `(?:${roots.join("|")})`)
    .replaceAll(/\{\w+\}/gu, "[^/]+");
  return new RegExp(`^/(?:${versions.map(literal).join("|")})${pattern}$`, "u");
}
