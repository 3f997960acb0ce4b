/** Mistakes in expressions that can be known without an object. */
export { check, type CheckOptions, type Finding, type FindingCode } from "./check/check.ts";
