/** A text without zero bytes, which PostgreSQL takes in none, not even to find that there is none. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
