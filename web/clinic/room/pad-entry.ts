// Numbers typed on our own keys, a point included, for the boxes of a short form. Pure: keys in, texts out.

export interface PadEntry<Id extends string> {
  readonly texts: Readonly<Record<Id, string>>;
  readonly active: Id;
  /** The next key starts the box again, as when a selected text is typed over. */
  readonly typeOver: boolean;
}

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'point' | 'erase' | 'next';

const mostSigns = 6;

export function padWith<Id extends string>(texts: Readonly<Record<Id, string>>, active: Id): PadEntry<Id> {
  return { texts, active, typeOver: true };
}

function withText<Id extends string>(entry: PadEntry<Id>, text: string): PadEntry<Id> {
  return { texts: { ...entry.texts, [entry.active]: text }, active: entry.active, typeOver: false };
}

export function pressPad<Id extends string>(
  entry: PadEntry<Id>,
  key: PadKey,
  order: readonly Id[],
): PadEntry<Id> {
  const held = entry.texts[entry.active];
  const text = entry.typeOver ? '' : held;
  switch (key) {
    case 'next': {
      const next = order[(order.indexOf(entry.active) + 1) % order.length] ?? entry.active;
      return { ...entry, active: next, typeOver: true };
    }
    case 'erase':
      return withText(entry, held.slice(0, -1));
    case 'point':
      if (text.includes('.') || text.length >= mostSigns) return entry;
      return withText(entry, text === '' ? '0.' : `${text}.`);
    default:
      return text.length >= mostSigns ? entry : withText(entry, text + key);
  }
}

/** The number in a box; an empty box, or only a point, is no number. */
export function padNumber(text: string): number | undefined {
  if (!/\d/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
