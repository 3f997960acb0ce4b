/** What a reason means, and what to do. */
export interface Advice {
  readonly means: string;
  readonly todo: string;
}

const tooManyFailures: Advice = {
  means: "Too many objects failed, by number or by their share in all.",
  todo: "graph-sync logs summary shows the errors; mend the most frequent one, then release the job.",
};

/**
 * Why a job is in quarantine, as Microsoft's page has it.
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
 */
const reasons: ReadonlyMap<string, Advice> = new Map([
  ["EncounteredBaseEscrowThreshold", tooManyFailures],
  ["EncounteredTotalEscrowThreshold", tooManyFailures],
  ["EncounteredEscrowProportionThreshold", tooManyFailures],
  [
    "EncounteredQuarantineException",
    {
      means: "One failure was enough: the target refused the credentials, or its answers are not SCIM.",
      todo: "Try the credentials with graph-sync job validate, renew them where they are refused, then release the job.",
    },
  ],
  [
    "TooManyDeletes",
    {
      means: "A cycle would have deleted or disabled more accounts than the job allows; they are held back.",
      todo: "If they are meant: graph-sync job restart --scope force-deletes. If not: put the scope right, then restart the job.",
    },
  ],
  [
    "QuarantinedOnDemand",
    { means: "Someone, or Microsoft's support, put it there.", todo: "Ask why, then release the job." },
  ],
  [
    "IngestionInterrupted",
    { means: "Reading the source broke off.", todo: "Release the job; if it comes back, ask Microsoft's support." },
  ],
]);

const unknown: Advice = {
  means: "The service does not say why, or with a word that this program does not know.",
  todo: "graph-sync logs list --status failure shows what went wrong.",
};

export function adviceOn(reason: unknown): Advice {
  return (typeof reason === "string" ? reasons.get(reason) : undefined) ?? unknown;
}
