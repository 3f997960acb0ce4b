/** A function of the expression language, as data. */
export interface FunctionInfo {
  /** Case counts. */
  readonly name: string;
  /** In the order of the arguments. */
  readonly parameters: readonly FunctionParameter[];
  /** The parameters as the service's `functions` operation names them; absent where it does not list the function. */
  readonly graphParameters?: readonly FunctionParameter[];
  /** The type of what comes out. */
  readonly returns: FunctionType;
  /** Where it is documented; a function of `cloud-sync` alone does not work in application provisioning. */
  readonly surfaces: readonly Surface[];
  /**
   * `documented`: it does what its page says. `inferred`: it is named somewhere, and what it does follows from its name
   * or from an example. `not-implemented`: what it does is not documented, so using it is an error.
   */
  readonly status: "documented" | "inferred" | "not-implemented";
  /** A page that describes it. */
  readonly docs: string;
}

/** What a function takes at one place. */
export interface FunctionParameter {
  /** As the reference has it. */
  readonly name: string;
  /** Whether the argument must be given. */
  readonly required: boolean;
  /** Whether it may be given again; several that repeat do so in turn, as the keys and values of `Switch`. */
  readonly repeating: boolean;
  /** The type that the argument is read as. */
  readonly type: FunctionType;
}

/** The type of an argument or of a result. */
export type FunctionType = "String" | "Integer" | "Boolean" | "DateTime" | "MultiValued" | "Enum" | "Any";

/** `app-provisioning` and `cloud-sync` are two references; `graph` is what the `functions` operation answers. */
export type Surface = "app-provisioning" | "cloud-sync" | "graph";
