import { posix, relative, sep } from "node:path";
import { root } from "../workspace/packages.mjs";

/**
 * Which way imports may point, as data: the first row that matches a folder holds for it. `packages` are names after
 * `@graph-sync/`; `types` are such names of which only types are taken; `node` allows `node:` modules; `others` allows
 * packages that are not ours.
 */
const rows = [
  { folder: /^packages\/core\/src\//, packages: [] },
  { folder: /^packages\/core\/test\//, packages: [/^core$/], node: true, others: true },
  { folder: /^packages\/transport-node-http\/src\//, packages: [/^core$/], node: true },
  { folder: /^packages\/testing\/src\//, packages: [/^core$/], node: true },
  { folder: /^packages\/auth-[^/]+\/src\/node/, packages: [/^core$/, /^auth-entra$/], node: true },
  { folder: /^packages\/auth-[^/]+\/src\//, packages: [/^core$/, /^auth-entra$/], others: true },
  { folder: /^packages\/plugin-telemetry\/src\//, packages: [/^core$/], others: true },
  { folder: /^packages\/(?:transport|plugin)-[^/]+\/src\//, packages: [/^core$/] },
  { folder: /^packages\/expressions\/src\//, packages: [] },
  { folder: /^packages\/schema\/src\//, packages: [/^expressions$/], types: [/^core$/], others: true },
  { folder: /^packages\/sdk\/src\//, packages: [/^core$/, /^transport-fetch$/, /^plugin-/] },
  {
    folder: /^packages\/emulator\/src\//,
    packages: [/^core$/, /^expressions$/, /^schema$/],
    node: true,
    others: true,
  },
  { folder: /^(?:packages|apps|tooling)\/[^/]+\//, packages: [/^(?!server$)/], node: true, others: true },
];

/** Everything that names a module: static and lazy imports, re-exports, and `import("…")` in a type. */
export const arrows = {
  meta: {
    type: "problem",
    schema: [],
    docs: { description: "An import points down the layers of the workspace, to what a package exports." },
    messages: { wrong: "{{reason}}" },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join("/");
    const look = (node, onlyTypes = false) => {
      const specifier = node?.type === "TSLiteralType" ? node.literal : node;
      if (specifier?.type !== "Literal" || typeof specifier.value !== "string") return;
      const reason = forbidden(file, specifier.value, onlyTypes);
      if (reason !== undefined) context.report({ node: specifier, messageId: "wrong", data: { reason } });
    };
    return {
      ImportDeclaration: (node) => look(node.source, node.importKind === "type"),
      ImportExpression: (node) => look(node.source),
      ExportNamedDeclaration: (node) => look(node.source, node.exportKind === "type"),
      ExportAllDeclaration: (node) => look(node.source),
      TSImportType: (node) => look(node.source),
    };
  },
};

/** A sentence when `file` (from the root, with slashes) may not import `specifier`, else undefined. */
function forbidden(file, specifier, onlyTypes) {
  const row = rows.find(({ folder }) => folder.test(file));
  if (row === undefined) return undefined;
  if (specifier.startsWith(".")) return leaves(file, specifier);
  if (specifier.startsWith("node:")) {
    return row.node === true ? undefined : `${place(file)} runs on every runtime, so it imports no Node module.`;
  }
  if (specifier === "graph-sync") return "Nothing imports a program of apps/.";

  const ours = /^@graph-sync\/([^/]+)(?:\/(.*))?$/.exec(specifier);
  if (ours === null) {
    return row.others === true ? undefined : `${place(file)} has no dependency of others; ${specifier} is one.`;
  }
  const [, name, subpath] = ours;
  if (subpath !== undefined && /\/|^(?:src|dist|test)$/.test(subpath)) {
    return `Import what @graph-sync/${name} exports, not a file inside it.`;
  }
  const allowed = [...row.packages, ...((onlyTypes && row.types) || [])];
  if (allowed.some((one) => one.test(name))) return undefined;
  return name === "server"
    ? "Nothing imports a program of apps/."
    : `${place(file)} may not import @graph-sync/${name}: that arrow points up or sideways.`;
}

/** A relative path stays in its package; tooling may look at its own other folders. */
function leaves(file, specifier) {
  const target = posix.join(posix.dirname(file), specifier);
  const home = file.startsWith("tooling/") ? "tooling/" : `${place(file)}/`;
  return target.startsWith(home) ? undefined : `${specifier} leaves ${home}: import the package by its name.`;
}

const place = (file) => file.split("/").slice(0, 2).join("/");
