// An entry while it is being written, and the body it is sent with. Nothing in it is asked for; whatever is there counts.
import type { BodyOf } from '#api/endpoint.ts';
import type { EntryMark, MediaKind, OwnWords, saveOwnWords } from '#api/own-words.ts';
import type { Instant } from '#clinical/instant.ts';
import { momentOf, pickedOf } from '#web/kit/local-moment.ts';
import { currentZone } from '#web/kit/locale.ts';

export interface EntryDraft {
  readonly text: string;
  readonly seen: string;
  readonly felt: string;
  readonly thought: string;
  readonly marks: readonly EntryMark[];
  readonly themes: readonly string[];
  /** When it came, as the picker writes it; absent or empty: as it is written. */
  readonly came?: string | undefined;
  /** The session it belongs to, where its author says so. */
  readonly cycleId?: string | undefined;
  /** Of an entry that is changed: the version the change was begun on. */
  readonly basedOn?: number | undefined;
}

export const nothingWritten: EntryDraft = {
  text: '',
  seen: '',
  felt: '',
  thought: '',
  marks: [],
  themes: [],
};

/** A draft that an earlier edition of this app left behind was the text alone. */
export function draftFrom(kept: EntryDraft | string): EntryDraft {
  return typeof kept === 'string' ? { ...nothingWritten, text: kept } : kept;
}

export function draftOf(entry: OwnWords): EntryDraft {
  return {
    text: entry.text ?? '',
    seen: entry.seen ?? '',
    felt: entry.felt ?? '',
    thought: entry.thought ?? '',
    marks: entry.marks ?? [],
    themes: entry.themes ?? [],
    came: entry.cameAt === undefined ? undefined : pickedOf(entry.cameAt, currentZone()),
    cycleId: entry.cycleId,
  };
}

export function isBlank({ text, seen, felt, thought }: EntryDraft): boolean {
  return [text, seen, felt, thought].every((part) => part.trim() === '');
}

export type WrittenParts = Pick<
  BodyOf<typeof saveOwnWords>,
  'text' | 'seen' | 'felt' | 'thought' | 'marks' | 'themes' | 'cameAt' | 'cycleId'
>;

/** What is empty is left out, so that an entry carries only what someone put there. */
export function partsOf(
  { text, seen, felt, thought, marks, themes, came = '', cycleId }: EntryDraft,
  writtenAt: Instant,
): WrittenParts {
  const said = (part: string): string | undefined => (part.trim() === '' ? undefined : part.trim());
  return {
    text,
    seen: said(seen),
    felt: said(felt),
    thought: said(thought),
    marks: marks.length === 0 ? undefined : [...marks],
    themes: themes.length === 0 ? undefined : [...themes],
    cameAt: cameBefore(came, writtenAt),
    cycleId,
  };
}

/** A picker can be set to an hour that has not come; nothing is written down before it came. */
export function cameBefore(picked: string, writtenAt: Instant): Instant | undefined {
  const came = momentOf(picked, currentZone());
  return came === undefined ? undefined : Math.min(came, writtenAt);
}

/** Names of threads as they were typed, parted by commas or lines; the same name once. */
export function threadNames(typed: string): readonly string[] {
  const names = typed
    .split(/[,\n]/)
    .map((name) => name.trim().replaceAll(/\s+/g, ' ').slice(0, 200))
    .filter((name) => name !== '');
  return names.filter(
    (name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at,
  );
}

export interface Medium {
  readonly id: string;
  readonly kind: MediaKind;
  readonly mediaType: string;
  /** The bytes as base64. */
  readonly file: string;
  readonly seconds?: number | undefined;
}
