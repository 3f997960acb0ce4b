import type { Argument, Call } from "../syntax/tree.ts";
import type { CheckOptions, Finding } from "./check.ts";

const presence: ReadonlySet<string> = new Set(["IsNull", "IsNullOrEmpty", "IsPresent", "IsNothing"]);

/**
 * What the reference advises against, though it is read and evaluated.
 * https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
 */
export function* advice(call: Call, surface: CheckOptions["surface"]): Generator<Finding> {
  const { name, start, end } = call;
  const warning = (code: Finding["code"], message: string): Finding => ({
    severity: "warning",
    code,
    message: `${name}: ${message}`,
    start,
    end,
  });
  const [first] = call.arguments;
  if (name === "Switch" && asksPresence(first)) {
    yield warning(
      "switch-presence",
      'its source should not be a test for a value; use the attribute itself and the key "".',
    );
  }
  if (name === "IIF" && surface === "app-provisioning" && (asksPresence(first) || comparesWithNothing(first))) {
    yield warning(
      "condition-presence",
      'a condition on an attribute without a value never holds; use Switch with the key "", or Coalesce.',
    );
  }
}

function asksPresence(tree: Argument | undefined): boolean {
  return tree?.type === "call" && presence.has(tree.name);
}

function comparesWithNothing(tree: Argument | undefined): boolean {
  if (tree?.type !== "comparison") return false;
  return [tree.left, tree.right].some((side) => side.type === "constant" && side.value === "");
}
