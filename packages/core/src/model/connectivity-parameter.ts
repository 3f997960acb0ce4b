/**
 * A parameter of the connection to the target.
 *
 * Beta only. The metadata names it as what replaces the secrets, and declares no more than this member; there is no
 * reference page yet.
 */
export interface ConnectivityParameterEntry {
  /** What the parameter is set to. */
  readonly value?: string | null;
}
