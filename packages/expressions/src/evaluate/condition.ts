import type { Argument } from "../syntax/tree.ts";
import { refuse, singleOf } from "./arguments.ts";
import type { Frame } from "./call-frame.ts";
import { evaluateTree } from "./evaluate-tree.ts";
import { isEmpty, textOf } from "./value.ts";
import { shown } from "../text/shown.ts";

/** Functions that ask whether there is a value. */
const presence: ReadonlySet<string> = new Set(["IsNull", "IsNullOrEmpty", "IsPresent", "IsNothing"]);

/**
 * Whether the condition of `IIF` holds. The reference says that a condition on an attribute without a value fails, and
 * calls `IIF(IsNullOrEmpty([a]), …)` unsupported for that reason: here it does not hold, whatever it asks.
 * https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#iif
 */
export function isCondition(frame: Frame, index: number): boolean {
  const condition = frame.call.arguments[index];
  if (condition !== undefined && testsNothing(condition, frame)) return false;
  const value = singleOf(frame, index);
  if (value === null || value === "") return false;
  if (typeof value === "boolean") return value;
  const text = textOf(value).toLowerCase();
  if (text === "true" || text === "false") return text === "true";
  if (/^-?\d{1,40}$/.test(text)) return BigInt(text) !== 0n;
  return refuse(frame, "argument-type", `the condition is ${shown(text)}; compare it with something.`);
}

/** Cloud sync's reference has no such limit. */
function testsNothing(condition: Argument, frame: Frame): boolean {
  if (frame.run.options.surface === "cloud-sync") return false;
  if (condition.type === "comparison") return isBare(condition.left, frame) || isBare(condition.right, frame);
  if (condition.type !== "call" || !presence.has(condition.name)) return false;
  const [asked] = condition.arguments;
  return asked !== undefined && isBare(asked, frame);
}

function isBare(tree: Argument, { run }: Frame): boolean {
  return tree.type === "attribute" && isEmpty(evaluateTree(tree, run));
}
