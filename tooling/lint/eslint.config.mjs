import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { published, root, source } from "../workspace/packages.mjs";
import { arrows } from "./arrows.mjs";

/** The files that a package's `exports` names: the only ones that may pass on all of another module. */
const entries = published().flatMap(({ folder, manifest }) =>
  Object.values(manifest.exports).flatMap((target) => (target[source] ? [`${folder}/${target[source].slice(2)}`] : [])),
);

const barrel = {
  selector: "ExportAllDeclaration[exportKind!='type']",
  message: "Only an entry file of a package passes on all of a module; name what you export.",
};
const defaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "A package exports by name, so that a thing is called the same everywhere.",
};
const today = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "Read the time from the host's clock, so that a test can set it.",
};
const clock = [
  { object: "Math", property: "random", message: "Take random numbers from the host, so that a test can fix them." },
  { object: "Date", property: "now", message: "Read the time from the host's clock, so that a test can set it." },
];
/** A name that begins with _ says that it is only there to be left out. */
const unused = { argsIgnorePattern: "^_", varsIgnorePattern: "^_" };

export default defineConfig(
  globalIgnores(["**/*.bundled_*.mjs", "**/dist/", "**/.turbo/", "**/coverage/", "**/node_modules/"]),
  {
    plugins: { "graph-sync": { rules: { arrows } } },
    // A rule is changed here for everyone, or not at all.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    rules: { "graph-sync/arrows": "error" },
  },
  js.configs.recommended,
  { rules: { "no-unused-vars": ["error", unused] } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // Numbers read well in a sentence; everything else says how it is printed.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `while (true)` around a read that returns is the plain way to say it.
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", unused],
      // What a signal was aborted with is thrown on as it is, whatever it is.
      "@typescript-eslint/prefer-promise-reject-errors": [
        "error",
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingAny: true, allowThrowingUnknown: true }],
      // Ids and texts are searched for control characters, which is what this rule takes for a slip.
      "no-control-regex": "off",
      // Objects here are closures: nothing uses `this`, so a method may be taken out of its object.
      "@typescript-eslint/unbound-method": "off",
      // An async function without await turns what it throws into a rejection, which is its point.
      "@typescript-eslint/require-await": "off",
      // What a reader of JSON gives is what its caller says, and a type that compares two types mentions each once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["apps/*/src/**/*.ts"], rules: { "no-restricted-syntax": ["error", barrel] } },
  {
    files: ["packages/*/src/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", barrel, defaultExport, today],
      "no-restricted-properties": ["error", ...clock],
    },
  },
  { files: entries, rules: { "no-restricted-syntax": ["error", defaultExport, today] } },
  {
    // The one place where the real clock and the real dice come in.
    files: ["packages/core/src/pipeline/host.ts"],
    rules: { "no-restricted-syntax": ["error", barrel, defaultExport], "no-restricted-properties": "off" },
  },
  {
    // `expect.any` and its kin are `any`, in the middle of what a test expects.
    files: ["**/test/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      // Scripts run on Node, as this file does.
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, "readonly"])),
    },
  },
);
