import type { Frame } from "../evaluate/call-frame.ts";
import type { Value } from "../evaluate/value.ts";
import type { FunctionInfo, FunctionParameter, FunctionType, Surface } from "./function-info.ts";

/** A function as data, and what it does. */
export interface FunctionDefinition extends FunctionInfo {
  readonly evaluate: (frame: Frame) => Value;
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
}

type Described = Pick<FunctionInfo, "name" | "returns"> &
  Partial<Pick<FunctionInfo, "graphParameters" | "status" | "docs" | "surfaces">> & {
    readonly parameters: readonly FunctionParameter[];
    readonly evaluate: (frame: Frame) => Value;
    /** Where a call may have fewer arguments than required parameters: a form of its own. */
    readonly least?: number;
    /** Whether the service's own list has the same parameters. */
    readonly listed?: true;
  };

const reference =
  "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data";
const cloudSyncReference = "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/reference-expressions";

/** Pages for functions that neither reference has. */
export const graphPage = "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions";
export const connectPage =
  "https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-functions-reference";

/** Where a function is: both references have most of them. */
const both: readonly Surface[] = ["app-provisioning", "cloud-sync"];
export const appOnly: readonly Surface[] = ["app-provisioning"];
export const cloudSync: readonly Surface[] = ["cloud-sync"];

export function define(row: Described): FunctionDefinition {
  const { parameters, surfaces = both, status = "documented", listed, ...rest } = row;
  const graphParameters = listed === true ? parameters : row.graphParameters;
  const page = surfaces.includes("app-provisioning") ? reference : cloudSyncReference;
  return {
    ...rest,
    parameters,
    ...(graphParameters === undefined ? {} : { graphParameters }),
    surfaces: graphParameters === undefined || surfaces.includes("graph") ? surfaces : [...surfaces, "graph"],
    status,
    docs: row.docs ?? `${page}#${row.name.toLowerCase()}`,
    least: row.least ?? parameters.findLastIndex(({ required }) => required) + 1,
    most: parameters.some(({ repeating }) => repeating) ? Infinity : parameters.length,
  };
}

export function required(name: string, type: FunctionType = "String"): FunctionParameter {
  return { name, required: true, repeating: false, type };
}

export function optional(name: string, type: FunctionType = "String"): FunctionParameter {
  return { name, required: false, repeating: false, type };
}

/** May be given again and again; at least once. */
export function repeating(name: string, type: FunctionType = "String"): FunctionParameter {
  return { name, required: true, repeating: true, type };
}
