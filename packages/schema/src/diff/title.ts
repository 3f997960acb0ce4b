import { isObject, textOf } from "../model/json.ts";
import type { ObjectShape } from "../model/shape.ts";

/** What an item is called where people read it: `USER_TO_USER`, `User → User`, `userName`, `department EQUALS`. */
export function titleOf(value: unknown, { what }: ObjectShape): string {
  if (!isObject(value)) return `(${what})`;
  const text = (name: string): string | undefined => textOf(value, name);
  if (what === "object mapping") {
    const [source, target] = [text("sourceObjectName"), text("targetObjectName")];
    if (source !== undefined || target !== undefined) return `${source ?? "?"} → ${target ?? "?"}`;
  }
  if (what === "filter clause") return `${text("sourceOperandName") ?? "?"} ${text("operatorName") ?? "?"}`;
  const names = ["name", "targetAttributeName", "referencedObjectName", "key", "id"];
  return names.map(text).find((name) => name !== undefined && name !== "") ?? `(${what} without a name)`;
}
