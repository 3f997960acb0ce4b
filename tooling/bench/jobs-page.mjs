/** @typedef {import("@graph-sync/core").SynchronizationJob} SynchronizationJob */

const servicePrincipalId = "8b1f5f0a-3f6c-4a64-9a53-7c1f4f0b7f52";
const tenantId = "0f7d3b62-51a8-4f0c-8b0e-6a6a2c9d4e10";

/** The path that every contestant asks for. */
export const jobsPath = `/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs`;

/** The id in it. */
export const jobsInput = { servicePrincipalId };

/** What a server answers to it: some jobs in their steady state, about 7.6 kB as JSON. */
export const jobsPage = {
  "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('${servicePrincipalId}')/synchronization/jobs`,
  value: [0, 1, 2, 3].map(job),
};

/**
 * An answer of about so many bytes, which a server gives where `$top` asks for them.
 * @param {number} bytes
 */
export function sizedPage(bytes) {
  const one = JSON.stringify(job(0)).length;
  const value = Array.from({ length: Math.max(1, Math.floor(bytes / one)) }, (_, index) => job(index));
  return { value };
}

/**
 * @param {number} index
 * @returns {SynchronizationJob}
 */
function job(index) {
  const last = execution(index, 5 + index);
  return {
    id: `scim.${tenantId.replaceAll("-", "")}.${guid(index)}`,
    templateId: "scim",
    schedule: { expiration: null, interval: "PT40M", state: "Active" },
    status: {
      code: "Active",
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      lastExecution: last,
      lastSuccessfulExecution: last,
      lastSuccessfulExecutionWithExports: index === 3 ? null : execution(index + 10, 41 + index),
      progress: [],
      quarantine: null,
      steadyStateFirstAchievedTime: "2025-03-02T07:14:31.8211446Z",
      steadyStateLastAchievedTime: "2025-06-19T10:51:12.0049125Z",
      synchronizedEntryCountByType: [
        { key: "User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", value: 418 + index },
        { key: "Group to urn:ietf:params:scim:schemas:core:2.0:Group", value: 23 + index },
      ],
      troubleshootingUrl: null,
    },
    synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }],
  };
}

/**
 * @param {number} seed
 * @param {number} count
 */
function execution(seed, count) {
  return {
    activityIdentifier: guid(seed + 100),
    countEntitled: count,
    countEntitledForProvisioning: count,
    countEscrowed: 0,
    countEscrowedRaw: 0,
    countExported: count,
    countExports: count,
    countImported: count,
    countImportedDeltas: count,
    countImportedReferenceDeltas: 0,
    error: null,
    state: "Succeeded",
    timeBegan: "2025-06-19T10:50:24.5731608Z",
    timeEnded: "2025-06-19T10:51:12.0049125Z",
  };
}

/** @param {number} seed */
function guid(seed) {
  return `${(0x4c1d9a37 + seed * 7919).toString(16)}-6b0e-4d52-a1f8-${(0x92d3c4e5f607 + seed * 104729).toString(16)}`;
}
