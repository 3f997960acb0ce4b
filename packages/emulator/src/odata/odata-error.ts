/** A query option that cannot be read, and where. */
export class ODataSyntaxError extends Error {
  override readonly name = "ODataSyntaxError";
  /** Counted from 0. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}
