/** What to do about a code, for the person who reads the error; nothing decides by it. */
const advices: Readonly<Record<number, string>> = {
  50013: "The assertion's signature was not accepted: is the federated credential's issuer the one that signed it?",
  50196: "The same request came too often in a short time: keep the token, bearerFrom does.",
  53003: "A Conditional Access policy forbids it: ask an administrator for the sign-in log entry.",
  65001: "Nobody has consented to these permissions: an administrator grants them under API permissions.",
  70021:
    "No federated credential of the app has this issuer, subject and audience; a new one takes some minutes to be known.",
  90002:
    "There is no such tenant in this cloud: check tenantId, and whether the tenant is in another cloud (option cloud).",
  90038: "The tenant is in another cloud: give the option cloud, such as clouds.usGov or clouds.china.",
  700016:
    "The tenant has no such app: check clientId and tenantId, and whether they are in another cloud (option cloud).",
  700024: "The assertion's time is wrong",
  700027:
    "The assertion was not accepted: is this certificate uploaded to the app registration, and is the key its own?",
  7000215: "The client secret is wrong: it is the secret's Value, which is shown once, and not its Secret ID.",
  7000218:
    "The app has to prove who it is; for a device code set Allow public client flows to Yes under Authentication.",
  7000222: "The client secret has expired: make a new one under Certificates & secrets.",
};

/** Five minutes is what Entra allows clocks to differ. */
const maxSkewMs = 300_000;

/** Advice for the codes of a refusal, at most one sentence each. */
export function advice(codes: readonly number[], skewMs: number): readonly string[] {
  return codes.flatMap((code) => {
    const found = Object.hasOwn(advices, code) ? advices[code] : undefined;
    if (found === undefined) return [];
    return [code === 700024 ? `${found}: ${clockWords(skewMs)}` : found];
  });
}

function clockWords(skewMs: number): string {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return Math.abs(skewMs) > maxSkewMs
    ? `this machine's clock is ${minutes} minutes ${skewMs > 0 ? "fast" : "slow"}.`
    : "is this machine's clock right, and is the assertion a new one?";
}
