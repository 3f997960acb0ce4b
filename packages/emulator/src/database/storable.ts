/** Whether every database keeps a text as it is: none does with a zero byte or half a character in it. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/** A text without zero bytes, which PostgreSQL takes in none, not even to find that there is none. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
