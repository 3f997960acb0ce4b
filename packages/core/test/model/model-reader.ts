import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import type { DeclaredType, DeclaredTypes } from "./declared-type.ts";

const folder = new URL("../../src/model/", import.meta.url);

/** Reads every exported model from its source. What models are written with (`Open`, `Collection` …) is not one. */
export function readModels(): DeclaredTypes {
  const types = new Map<string, DeclaredType>();
  for (const file of readdirSync(folder)) {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, folder), "utf8"), ts.ScriptTarget.ES2023);
    for (const statement of source.statements) {
      if (!isExported(statement)) continue;
      if (ts.isInterfaceDeclaration(statement)) types.set(statement.name.text, readInterface(statement, source));
      if (ts.isTypeAliasDeclaration(statement)) types.set(statement.name.text, readAlias(statement, source));
    }
  }
  for (const notation of ["Collection", "DateTimeOffset", "Duration", "Open"]) types.delete(notation);
  return types;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) && !!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function readInterface(declaration: ts.InterfaceDeclaration, source: ts.SourceFile): DeclaredType {
  const properties = declaration.members.filter(ts.isPropertySignature).map((member): [string, string] => {
    const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(source);
    return [name, member.getText(source).replace(/;$/, "")];
  });
  return {
    base: declaration.heritageClauses?.[0]?.types[0]?.expression.getText(source),
    // Annotations are OData's own; no metadata declares them.
    members: new Map(properties.filter(([name]) => !name.includes("@odata."))),
  };
}

/** `Open<"A" | "B">` is an enum of A and B; any other name is a type that adds nothing to its base. */
function readAlias(declaration: ts.TypeAliasDeclaration, source: ts.SourceFile): DeclaredType {
  if (!ts.isTypeReferenceNode(declaration.type)) return { base: undefined, members: new Map() };
  const known = declaration.type.typeArguments?.[0];
  if (known === undefined) return { base: declaration.type.typeName.getText(source), members: new Map() };
  const literals = ts.isUnionTypeNode(known) ? known.types : [known];
  return { base: undefined, members: new Map(literals.map((literal) => [text(literal, source), ""])) };
}

function text(node: ts.TypeNode, source: ts.SourceFile): string {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : node.getText(source);
}
