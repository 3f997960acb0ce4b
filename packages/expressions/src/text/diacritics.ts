import { isAscii, lower } from "./case.ts";

/** What each letter is written for, letter by letter as the reference lists them. */
const forms: Readonly<Record<string, string>> = {
  a: "äàâãåáąăāā́ā̀ā̂ā̃ǟā̈ǡa̱å̄",
  c: "çčćc̄c̱",
  d: "ďd̄ḏ",
  e: "ëèéêęěėēḗḕē̂ē̃ê̄e̱ë̄e̊̄",
  g: "ğḡg̱",
  i: "ïîìíıīī́ī̀ī̂ī̃i̱",
  l: "ľłl̄ḹḻ",
  n: "ñńňn̄ṉ",
  o: "öòőõôóōṓṑō̂ō̃ȫō̈ǭȭȱo̱",
  r: "řr̄ṟṝ",
  s: "šśșşs̄s̱",
  t: "ťțt̄ṯ",
  u: "üùûúůűūū́ū̀ū̂ū̃u̇̄ǖṻṳ̄u̱",
  y: "ÿýȳȳ́ȳ̀ȳ̃y̱",
  z: "źžżz̄ẕ",
  ss: "ß",
  ae: "æǣ",
  oe: "øø̄œ̄",
};

const plain: ReadonlyMap<string, string> = new Map(
  Object.entries(forms).flatMap(([letters, list]) =>
    (list.match(/\P{M}\p{M}*/gu) ?? []).map((form) => [form.normalize("NFC"), letters]),
  ),
);

/** A letter with the marks upon it. */
const marked = /[^\p{M}\p{ASCII}]\p{M}*|[A-Za-z]\p{M}+/gu;

/**
 * Writes letters with marks as plain ones, by the reference's table: `ä` is `a` and `ø` is `oe`. A letter that is not in
 * the table, such as `đ` or `þ`, stays as it is, for what the service makes of it is not documented.
 */
export function withoutDiacritics(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(marked, (character) => {
    const letter = character.normalize("NFC");
    if (letter === "İ") return "I";
    const small = plain.get(letter);
    if (small !== undefined) return small;
    return plain.get(lower(letter).normalize("NFC"))?.toUpperCase() ?? character;
  });
}
