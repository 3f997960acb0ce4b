import { inspect } from "node:util";

/** Kinds of secrets that a program around Graph has in its hands. */
export type CanaryKind = "token" | "clientSecret" | "secretToken" | "refreshToken" | "pem" | "assertion";

/** The mark of a kind; a secret that was cut still shows it, since it begins with it. */
const marks: Readonly<Record<CanaryKind, string>> = {
  token: "canary-access-token-4711",
  clientSecret: "canary-client-secret-4712",
  secretToken: "canary-SecretToken-4713",
  refreshToken: "canary-refresh-token-4714",
  pem: "canaryPrivateKey4715",
  assertion: "canary-assertion-4716",
};

/**
 * Secrets that are none, one of each kind, for tests: what shows one of them would show a real one. `canaryScan` knows them.
 * @example
 * const graph = createClient({ transport, plugins: [bearer(canaries.token)] });
 */
export const canaries: Readonly<Record<CanaryKind, string>> = Object.freeze({
  token: `${marks.token}.eyJhdWQiOiJncmFwaCJ9.c2lnbmF0dXJl`,
  clientSecret: `${marks.clientSecret}~Q8~x7`,
  secretToken: `${marks.secretToken}==`,
  refreshToken: `${marks.refreshToken}.AAABAAEA`,
  pem: `-----BEGIN PRIVATE KEY-----\n${marks.pem}AAECAwQFBgcICQoLDA0ODw==\n-----END PRIVATE KEY-----\n`,
  assertion: `${marks.assertion}.eyJpc3MiOiJhcHAifQ.c2lnbmF0dXJl`,
});

/**
 * Throws where a value shows a canary in any way in which values are shown: as text, as JSON, by `util.inspect` to the bottom,
 * in its stack, its causes and the errors it gathers; plain, percent-encoded or in base64. The error names the kind and the
 * way, and never the value.
 * @param values what was printed, serialised or thrown
 */
export function canaryScan(...values: readonly unknown[]): void {
  for (const value of values) {
    for (const [how, shown] of views(value)) {
      const kind = kindIn(shown);
      if (kind !== undefined) {
        throw new Error(`A secret is shown: the ${kind} canary is in a value ${how} (it is not repeated here).`);
      }
    }
  }
}

/** Each way in which a value is shown to somebody. A getter or a `toJSON` that throws shows nothing. */
function* views(value: unknown): Generator<readonly [how: string, shown: string]> {
  for (const [how, show] of ways) {
    let shown: unknown;
    try {
      shown = show(value);
    } catch {
      continue;
    }
    if (typeof shown === "string") yield [how, shown];
  }
  if (!(value instanceof Error)) return;
  for (const [how, shown] of [...views(value.message), ...views(value.stack)]) yield [`thrown, ${how}`, shown];
  const inner = [value.cause, ...(value instanceof AggregateError ? (value.errors as readonly unknown[]) : [])];
  // An error may be its own cause; what was printed of it above has shown that already.
  for (const one of inner.filter((one) => one !== value && one !== undefined)) yield* views(one);
}

const ways: readonly (readonly [how: string, show: (value: unknown) => unknown])[] = [
  ["as text", String],
  ["as JSON", (value) => JSON.stringify(value)],
  ["inspected", (value) => inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity })],
];

/** The kind of the first canary in a text. */
function kindIn(text: string): CanaryKind | undefined {
  return spellings.find(([, spelling]) => text.includes(spelling))?.[0];
}

/** Every mark as it is, percent-encoded, and in base64 at each of the three places that a byte can have in it. */
const spellings: readonly (readonly [CanaryKind, string])[] = Object.entries(marks).flatMap(([kind, mark]) =>
  [mark, encodeURIComponent(mark), ...inBase64(mark)].map(
    // `Object.entries` forgets the type of its keys.
    (spelling) => [kind as CanaryKind, spelling] as const,
  ),
);

function inBase64(mark: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.from(" ".repeat(before) + mark).toString("base64");
    // The characters at both ends are shared with what stands beside it.
    return whole.slice(before === 0 ? 0 : 4, -4);
  });
}
