/** Gives the lines of a text, without the line breaks. */
export function schema(text: string): readonly string[] {
  return text.split(/\r?\n/);
}
