import type { FilterClause } from "@graph-sync/core";
import { chosenObjects } from "../../mappings/object-mappings.ts";
import { addReadOptions, type ReadOptions, showOfSchema } from "../../mappings/show-of-schema.ts";
import { ours } from "../../output/fields.ts";
import { filterFields } from "../../output/graph-fields.ts";
import { plain } from "../../output/plain.ts";
import { columns } from "../../output/records.ts";
import { type AnyVerb, verb } from "../../verb.ts";

export const filterList: AnyVerb = verb<ReadOptions>({
  words: "filter list",
  needs: ["servicePrincipals.list", "jobs.list", "jobs.schema.get"],
  args: "<app>",
  summary: "list the scoping filters of a job",
  details: "An object is in scope when all clauses of one of its groups hold; without a group every object is.",
  example: "graph-sync filter list Quillnote --object User --json",
  options: (command) => addReadOptions(command, ours(["object"], { scope: filterFields })),
  run: ({ args: [app = ""], options, surroundings }) =>
    showOfSchema("filter list", app, options, surroundings, (schema) => {
      const value = chosenObjects(schema, options).map(({ sourceObjectName, scope }) => ({
        object: sourceObjectName ?? null,
        scope: scope ?? null,
      }));
      const rows = value.flatMap(({ object, scope }) => {
        const groups = scope?.groups ?? [];
        if (groups.length === 0) return [[plain(object), "(none)", "every object is in scope"]];
        return groups.flatMap(({ name, clauses }) =>
          (clauses ?? []).map((clause) => [plain(object), plain(name), plain(wordsOf(clause))]),
        );
      });
      return { value, text: () => columns(["OBJECT", "GROUP", "CLAUSE"], rows) };
    }),
});

function wordsOf({ sourceOperandName, operatorName, targetOperand }: FilterClause): string {
  return [sourceOperandName, operatorName, ...(targetOperand?.values ?? [])].join(" ");
}
