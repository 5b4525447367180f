// What a person said of themselves this morning, by the line of the gate it speaks of. It settles none of them: it is read
// beside the line, and asked again.
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import type { Condition } from '#clinical/gate.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { isOfTheDay } from '#clinical/preparation/morning.ts';
import { formatDateTime } from '#web/kit/locale.ts';

type Said = Extract<PreparationBody, { kind: 'morning' }>;

export interface MorningWords {
  readonly body: Said;
  readonly at: Instant;
}

/** Only of today. What was said for a dose that was then moved is not shown beside this one. */
export function morningOf(
  items: readonly PreparationItem[],
  now: Instant,
  zone: ZoneId,
): MorningWords | undefined {
  return items
    .flatMap(({ body, recordedAt }) =>
      body.kind === 'morning' && isOfTheDay({ saidAt: recordedAt, startsAt: now, zone })
        ? [{ body, at: recordedAt }]
        : [],
    )
    .toSorted((a, b) => b.at - a.at)[0];
}

export interface SaidLine {
  readonly words: string;
  /** False: they could not say, and it is as unknown as before. */
  readonly isSure: boolean;
}

const sleeps = {
  well: 'slept well',
  some: 'slept some',
  little: 'hardly slept',
  'not-sure': 'not sure how they slept',
} as const;
const heavySaid = { yes: 'yes', no: 'no', 'not-sure': 'not sure' } as const;
const taken = { taken: 'taken', 'not-taken': 'not taken', 'not-sure': 'not sure' } as const;
const intentions = {
  keep: 'Wants to keep it',
  change: 'Wants to change it',
  none: 'Wants none today',
} as const;

export function sleptThatNight({ slept }: Said): string | undefined {
  return slept && sleeps[slept];
}

/** Empty: they said nothing of this line. */
export function saidOn(condition: Condition, body: Said): readonly SaidLine[] {
  switch (condition) {
    case 'last-food':
      return [...intake('Last food', body.lastFoodAt), ...heavy(body)];
    case 'last-clear-fluid':
      return intake('Last drink', body.lastDrinkAt);
    case 'medicines':
      return [
        ...(body.medicines ?? []).map(({ name, said }) => ({
          words: `${name}: ${taken[said]}`,
          isSure: said !== 'not-sure',
        })),
        ...otherTaken(body),
      ];
    case 'no-substances':
      return otherTaken(body);
    case 'intention':
      return body.intention === undefined ? [] : [{ words: intentions[body.intention], isSure: true }];
    default:
      return [];
  }
}

function intake(name: string, at: Instant | 'not-sure' | undefined): readonly SaidLine[] {
  if (at === undefined) return [];
  return at === 'not-sure'
    ? [{ words: `${name}: not sure`, isSure: false }]
    : [{ words: `${name}: ${formatDateTime(at)}`, isSure: true }];
}

function heavy({ lastFoodHeavy }: Said): readonly SaidLine[] {
  return lastFoodHeavy === undefined
    ? []
    : [{ words: `Fried or fatty: ${heavySaid[lastFoodHeavy]}`, isSure: lastFoodHeavy !== 'not-sure' }];
}

function otherTaken({ otherTaken: words = '' }: Said): readonly SaidLine[] {
  return words.trim() === '' ? [] : [{ words: `Also took: ${words.trim()}`, isSure: true }];
}
