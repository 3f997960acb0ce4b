import { type Pattern, PatternError } from "./pattern.ts";
import { shown } from "../text/shown.ts";

/**
 * Finds the groups whose value .NET and JavaScript see differently. A reference to a group that took no part fails in
 * .NET and matches nothing in JavaScript: it is refused here. And a repetition that passes a group by keeps its last
 * value in .NET, but not in JavaScript: these groups are returned, to be refused where their value is used.
 *
 * @throws PatternError
 */
export function unsteadyGroups(text: string, root: Pattern): ReadonlySet<number> {
  const unsteady = new Set<number>();
  const certain: number[] = [];
  const isCertain = new Set<number>();

  /** Groups that took part inside are forgotten behind it. */
  function perhaps(visitInside: () => void): void {
    const before = certain.length;
    visitInside();
    for (const index of certain.splice(before)) isCertain.delete(index);
  }

  function visit(pattern: Pattern, inLoop: boolean, passedBy: boolean): void {
    switch (pattern.type) {
      case "set":
      case "assertion":
        return;
      case "sequence":
        for (const item of pattern.items) visit(item, inLoop, passedBy);
        return;
      case "alternatives":
        for (const option of pattern.options) perhaps(() => visit(option, inLoop, inLoop || passedBy));
        return;
      case "repeat": {
        const { body, least, most } = pattern;
        const inside = (): void => visit(body, inLoop || most > 1, passedBy || (inLoop && least === 0));
        if (least === 0) perhaps(inside);
        else inside();
        return;
      }
      case "look":
        if (pattern.negative) perhaps(() => visit(pattern.body, inLoop, passedBy));
        else visit(pattern.body, inLoop, passedBy);
        return;
      case "group":
        visit(pattern.body, inLoop, passedBy);
        if (pattern.index === undefined) return;
        if (passedBy) unsteady.add(pattern.index);
        certain.push(pattern.index);
        isCertain.add(pattern.index);
        return;
      case "back-reference":
        if (isCertain.has(pattern.index) && !unsteady.has(pattern.index)) return;
        throw new PatternError(
          `the regular expression ${shown(text)} refers to a group that may have matched nothing, where JavaScript and .NET differ`,
        );
    }
  }

  visit(root, false, false);
  return unsteady;
}
