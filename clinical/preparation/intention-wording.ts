// Whether an intention asks the medicine for a result. Nothing is refused: the person sees another way to say it and
// keeps whichever they like. A wish the drug must deliver sets people up to feel that they failed.

const asksForAResult: readonly RegExp[] = [
  // English: cure me, fix me, take it away, get rid of, never again, make me happy.
  /\b(cure|fix|heal) (me|my|this|it)\b/,
  /\bmake me\b/,
  /\b(take|make) .{0,40}\b(away|go away|stop|disappear)\b/,
  /\b(get rid of|erase|wipe out|remove|no more|never again)\b/,
  /\b(must|has to|have to|need(s)? to) work\b/,
  // Spanish: que me cure, que me quite, eliminar, borrar, nunca más, tiene que funcionar.
  /\b(que )?(me )?(cure|quite|arregle|sane)\b/,
  /\b(curarme|quitarme|arreglarme)\b/,
  /\b(eliminar|borrar|deshacerme de|nunca más|que desaparezca)\b/,
  /\btiene que funcionar\b/,
];

export function asksTheMedicine(words: string): boolean {
  const plain = words.toLowerCase().normalize('NFC');
  return asksForAResult.some((pattern) => pattern.test(plain));
}
