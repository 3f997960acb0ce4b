/** What each rule finds, in a sentence: for people, so it is no part of what `lint` needs. */
export const ruleSummaries: Readonly<Record<string, string>> = {
  "duplicate-name": "Two rules have one id, or two directories, objects or attributes in one place have one name.",
  "unknown-directory": "A rule names a source or target directory that the schema does not have.",
  "unknown-object": "An object mapping names an object that the rule's directory does not have.",
  "two-anchors": "An object has more than one anchor; one attribute alone identifies it.",
  "unknown-word": "A flow type, flow behaviour, source type, attribute type or mutability is none that is documented.",
  "unbound-placeholder": "A placeholder of a portable schema is still in the place of a real id or name.",
  "unknown-source-attribute": "A mapping reads an attribute that the source object does not have.",
  "extension-name-case": "The name of a directory extension is written in another case than the directory has it.",
  "unknown-target-attribute": "A mapping writes an attribute that the target object does not have, or names none.",
  "expression-syntax": "An expression cannot be read.",
  "expression-length": "An expression is longer than the 10,000 characters that the service takes.",
  "expression-mistake":
    "An expression calls a function that does not exist or not there, or gives it the wrong arguments.",
  "expression-advice": "An expression does what the reference of the functions advises against.",
  "source-disagrees": "The expression of a source says one thing, its type and name another.",
  "constant-without-value": "A mapping has neither a source nor a default value, or is a constant without a value.",
  "type-mismatch": "A value of one type flows into an attribute of another, or several values into one.",
  "read-only-target":
    "A mapping writes an attribute that cannot be written, or writes an immutable one on every change.",
  "unsupported-source":
    "A mapping reads what the service does not provision: userType, a photo, roles without an expression …",
  "switch-reference": "Switch gives the value of a reference such as manager, which it does not support.",
  "unique-value-flow": "SelectUniqueValue is in a mapping that flows after an object was created; it works only then.",
  "duplicate-target":
    "Two mappings of one object write the same target attribute; the service takes both, and they conflict.",
  "no-matching-attribute":
    "No mapping of an object has a matchingPriority above 0, so no object finds its partner in the target.",
  "duplicate-matching-priority":
    "Two mappings of one object have the same matchingPriority, so which is tried first is left open.",
  "unusable-matching-attribute":
    "A matching attribute has the same value for everyone, several values, or one made up anew each time.",
  "required-target-unmapped":
    "An attribute that the target requires has no mapping and no default, so no object can be created.",
  "no-disable-mapping":
    "The target has an attribute active, but no mapping writes it, so who leaves scope keeps the account.",
  "reference-without-object":
    "A reference such as members or manager points to objects that no enabled mapping provisions.",
  "unknown-scope-attribute": "A scoping filter asks an attribute that the source object does not have.",
  "unknown-operator": "A scoping filter compares by an operator that is not documented.",
  "scope-operand": "A clause has nothing to compare with, or compares a number with what is none.",
  "scope-regex": "A scoping filter has a regular expression that cannot be read, or that could take for ever.",
  "scope-attribute-type":
    "A scoping filter asks an attribute that filters do not support, or by an operator for other types.",
  "scope-excludes-everyone":
    "No object can pass a scoping filter: each of its groups asks for two things that exclude each other.",
  "not-in-template": "A rule's id is none of the template's; needs the option template.",
  "template-mapping-missing": "An attribute that the template maps is not mapped; needs the option template.",
  "scim-patch-dialect": "What a SCIM app receives for a mapping depends on aadOptscim062020 in its tenant URL.",
};
