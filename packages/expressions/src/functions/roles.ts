import { listOf, refuse } from "../evaluate/arguments.ts";
import type { Frame } from "../evaluate/call-frame.ts";
import { type Complex, textOf, type Value } from "../evaluate/value.ts";
import { appOnly, define, type FunctionDefinition, graphPage, required } from "./define.ts";

const page = "https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes";
/** The app roles of a user, from the attribute `appRoleAssignments`: objects with `id`, `value` and `displayName`. */
export const roleFunctions: readonly FunctionDefinition[] = [
  define({
    name: "SingleAppRoleAssignment",
    parameters: [required("source")],
    listed: true,
    returns: "String",
    docs: page,
    evaluate: (frame) => {
      const [role] = rolesOf(frame);
      if (role === undefined) return null;
      return isUpdate(frame) ? legacyJson(role) : role.value;
    },
  }),
  define({
    name: "AppRoleAssignmentsComplex",
    parameters: [required("source")],
    returns: "MultiValued",
    surfaces: appOnly,
    docs: page,
    evaluate: (frame) =>
      rolesOf(frame).map((role) =>
        isUpdate(frame) ? { value: legacyJson(role) } : written({ displayName: role.displayName, value: role.value }),
      ),
  }),
  define({
    name: "AssertiveAppRoleAssignmentsComplex",
    parameters: [required("source")],
    returns: "MultiValued",
    surfaces: appOnly,
    docs: page,
    evaluate: (frame) => rolesOf(frame).map((role) => written({ display: role.displayName, value: role.value })),
  }),
  define({
    name: "AppRoleAssignments",
    parameters: [required("source")],
    listed: true,
    returns: "String",
    surfaces: ["graph"],
    status: "not-implemented",
    docs: graphPage,
    evaluate: (frame) =>
      refuse(
        frame,
        "not-implemented",
        "what it gives is not documented; use SingleAppRoleAssignment or AssertiveAppRoleAssignmentsComplex.",
      ),
  }),
];

interface Role {
  readonly id: string | undefined;
  readonly value: string;
  readonly displayName: string;
}

/** A role may also be its name alone, as the test objects of `parseExpression` have it. */
function rolesOf(frame: Frame): readonly Role[] {
  return listOf(frame, 0).flatMap((role) => (role === null || role === "" ? [] : [roleFrom(role)]));
}

function roleFrom(role: Exclude<Value, null>): Role {
  if (typeof role !== "object" || Array.isArray(role)) {
    const name = textOf(role);
    return { id: undefined, value: name, displayName: name };
  }
  // Neither a list nor a text: an object of JSON.
  const member = (name: string): string | undefined => {
    const found = (role as Complex)[name];
    return typeof found === "string" ? found : undefined;
  };
  const value = member("value") ?? member("displayName") ?? "";
  return { id: member("id"), value, displayName: member("displayName") ?? value };
}

function written(role: Complex): Complex {
  return { primary: false, type: "WindowsAzureActiveDirectoryRole", ...role };
}

/** What an update carries in place of an object. */
function legacyJson({ id, value, displayName }: Role): string {
  return JSON.stringify({ id, value, displayName });
}

function isUpdate(frame: Frame): boolean {
  return frame.run.options.operation === "update";
}
