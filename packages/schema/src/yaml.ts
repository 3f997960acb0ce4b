export { formatYaml } from "./yaml-form/format-yaml.ts";
export { parseYaml } from "./yaml-form/parse-yaml.ts";
