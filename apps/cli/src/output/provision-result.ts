import type { ProvisionedObject, ProvisionResult } from "@graph-sync/core";
import { member } from "./member.ts";
import { plain } from "./plain.ts";
import { facts } from "./records.ts";

/** What provisioning on demand did, step by step, for people. */
export async function provisionText(subject: string, read: ProvisionResult): Promise<string> {
  const { result, errorCode, errorMessage, objects, raw } = read;
  const error = [plain(errorCode), plain(errorMessage)].filter((word) => word !== "").join(": ");
  const texts = await Promise.all(objects.map(objectText));
  // Some failures have the name of a .NET type where the result should be.
  const outcome = plain(result) || `(not told; the service said: ${plain(raw.key)})`;
  return [`${subject}: ${outcome}${error === "" ? "" : ` (${error})`}\n`, ...texts].join("");
}

function objectText(object: ProvisionedObject): Promise<string> {
  const { action, sourceIdentity, targetIdentity, statusInfo } = object;
  const steps = array(object.provisioningSteps).map(
    (step, index) =>
      [
        `${index + 1}. ${plain(member(step, "type") ?? member(step, "name"))}`,
        [plain(member(step, "status")), plain(member(step, "description")), plain(member(step, "details"))]
          .filter((word) => word !== "" && word !== "{}")
          .join(" | "),
      ] as const,
  );
  const changes = array(object.modifiedProperties).map(
    (change) =>
      [
        plain(member(change, "displayName")),
        `${plain(member(change, "oldValue")) || "(none)"} -> ${plain(member(change, "newValue")) || "(none)"}`,
      ] as const,
  );
  const said = (["reason", "errorCode", "additionalDetails", "recommendedAction"] as const)
    .map((name) => [name, plain(member(statusInfo, name))] as const)
    .filter(([, words]) => words !== "");
  const parties = [plain(member(sourceIdentity, "id")), plain(member(targetIdentity, "id"))].filter((id) => id !== "");
  return facts(`  ${plain(action) || "(no action told)"} ${parties.join(" -> ")}`, [...steps, ...changes, ...said]);
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
