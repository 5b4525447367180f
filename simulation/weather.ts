// What goes wrong in one story, drawn from its seed. Each kind of trouble is there in some stories and not in others, so
// that one kind does not hide another.

import type { Chance } from './chance.ts';

export type LinkState = 'open' | 'silent' | 'refused' | 'captive';

export type Trouble = { readonly at: number; readonly forMs: number };
export type LinkTrouble = Trouble & { readonly device: string; readonly link: Exclude<LinkState, 'open'> };
export type DeviceTrouble = Trouble & {
  readonly device: string;
  /** reload: the page is made anew. power: what had not reached the disk is lost too, and the device is off for a while. */
  readonly kind:
    | 'reload'
    | 'power'
    | 'full-disk'
    | 'signed-out'
    | 'clock-set'
    | 'online-event'
    | 'seen-again';
};

export type Weather = {
  readonly delayMs: { readonly low: number; readonly high: number };
  readonly loseRequest: number;
  readonly loseAnswer: number;
  readonly sendTwice: number;
  /** Refused before anything was done: 500, 503, 429. */
  readonly brokenBefore: number;
  /** Done, and then the way back broke: a page of the proxy says 502. */
  readonly brokenAfter: number;
  readonly commitMs: { readonly low: number; readonly high: number };
  readonly links: readonly LinkTrouble[];
  readonly serverDeaths: readonly Trouble[];
  readonly devices: readonly DeviceTrouble[];
  /** How far each device's clock is off, and how many milliseconds it gains an hour. */
  readonly clocks: ReadonlyMap<string, { readonly aheadMs: number; readonly gainMsPerHour: number }>;
};

const second = 1_000;
const minute = 60 * second;

export function weatherOf(chance: Chance, deviceNames: readonly string[], lengthMs: number): Weather {
  const rate = (most: number): number => (chance.does(0.5) ? chance.number() * most : 0);
  const sometimes = <Value>(make: () => readonly Value[]): readonly Value[] =>
    chance.does(0.55) ? make() : [];
  const several = <Value>(most: number, make: () => Value): readonly Value[] =>
    Array.from({ length: chance.between(1, most) }, make);
  const when = (): number => chance.between(0, lengthMs);
  const device = (): string => chance.oneOf(deviceNames);
  // Troubles rarely come alone: the link goes, the disk is full, and then someone loads the page again.
  const pile = sometimes(() => several(2, () => ({ at: when(), device: device() })));
  const slow = chance.oneOf([40, 120, 400, 1_500, 5_000]);
  const clocks = new Map(
    deviceNames.map((name) => [
      name,
      {
        aheadMs: chance.oneOf([0, 300, -2_000, 4 * minute, -7 * minute, 10 * minute, -3 * second]),
        gainMsPerHour: chance.between(-700, 700),
      },
    ]),
  );
  return {
    delayMs: { low: Math.round(slow / 8), high: slow },
    loseRequest: rate(0.3),
    loseAnswer: rate(0.3),
    sendTwice: rate(0.3),
    brokenBefore: rate(0.2),
    brokenAfter: rate(0.2),
    commitMs: { low: 1, high: chance.oneOf([5, 30, 800]) },
    links: [
      ...pile.map(({ at, device: name }) => ({
        at,
        forMs: chance.between(minute, 3 * minute),
        device: name,
        link: chance.oneOf(['silent', 'refused', 'captive'] as const),
      })),
      ...sometimes(() =>
        several(5, () => ({
          at: when(),
          forMs: chance.between(2 * second, 4 * minute),
          device: device(),
          link: chance.oneOf(['silent', 'refused', 'captive'] as const),
        })),
      ),
    ],
    serverDeaths: sometimes(() =>
      several(4, () => ({ at: when(), forMs: chance.between(200, 40 * second) })),
    ),
    devices: [
      ...pile.flatMap(({ at, device: name }) => [
        {
          at: at + second,
          forMs: chance.between(10 * second, 2 * minute),
          device: name,
          kind: 'full-disk' as const,
        },
        {
          at: at + chance.between(10, 60) * second,
          forMs: chance.between(1, 20) * second,
          device: name,
          kind: chance.oneOf(['reload', 'power'] as const),
        },
      ]),
      ...sometimes(() =>
        several(4, () => ({
          at: when(),
          forMs: chance.between(1, 20) * second,
          device: device(),
          kind: 'reload' as const,
        })),
      ),
      ...sometimes(() =>
        several(2, () => ({
          at: when(),
          forMs: chance.between(10 * second, 5 * minute),
          device: device(),
          kind: 'power' as const,
        })),
      ),
      ...sometimes(() =>
        several(2, () => ({
          at: when(),
          forMs: chance.between(20 * second, 4 * minute),
          device: device(),
          kind: 'full-disk' as const,
        })),
      ),
      ...sometimes(() =>
        several(2, () => ({ at: when(), forMs: 0, device: device(), kind: 'signed-out' as const })),
      ),
      ...sometimes(() =>
        several(2, () => ({ at: when(), forMs: 0, device: device(), kind: 'clock-set' as const })),
      ),
      ...sometimes(() =>
        several(6, () => ({
          at: when(),
          forMs: 0,
          device: device(),
          kind: chance.oneOf(['online-event', 'seen-again'] as const),
        })),
      ),
    ],
    clocks,
  };
}

/** After the story: a calm network, so that what was begun can end. */
export function calm(weather: Weather): Weather {
  return {
    ...weather,
    delayMs: { low: 5, high: 60 },
    loseRequest: 0,
    loseAnswer: 0,
    sendTwice: 0,
    brokenBefore: 0,
    brokenAfter: 0,
    commitMs: { low: 1, high: 5 },
  };
}
