/** What people read about functions and operators: completion, help and generated pages. */
export { functionSummaries } from "./reference/function-summaries.ts";
export { operatorSummaries } from "./reference/operator-summaries.ts";
