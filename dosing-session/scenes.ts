// Scenes of the room: light, sound and comfort set together by one tap, as a clinic would begin. Each is a whole change, kept
// with its time; what the room is like now is read from the changes.
import type { EntryOf, SessionState } from './state.ts';

export type Scene = {
  readonly id: string;
  readonly scene: string;
  readonly light: string;
  readonly silence: boolean;
  readonly comfort: readonly string[];
};

export const scenes: readonly Scene[] = [
  { id: 'arriving', scene: 'Arriving', light: 'low', silence: false, comfort: ['blanket', 'pillow'] },
  { id: 'inward', scene: 'Inward', light: 'dark', silence: false, comfort: ['eye mask', 'blanket'] },
  { id: 'stillness', scene: 'Stillness', light: 'dark', silence: true, comfort: ['eye mask', 'blanket'] },
  { id: 'coming-back', scene: 'Coming back', light: 'low', silence: false, comfort: ['eye mask off'] },
  { id: 'talking', scene: 'Talking', light: 'brighter', silence: true, comfort: ['sitting up', 'water'] },
];

export const lights = ['dark', 'low', 'brighter'] as const;

export const comforts = [
  'blanket',
  'pillow',
  'eye mask',
  'eye mask off',
  'sitting up',
  'lying flat',
  'warmer',
  'cooler',
  'water',
  'breathing together',
] as const;

type SettingEntry = EntryOf<'SettingChanged'>;

/** The newest change that names each part. */
export const roomAsSet = (
  state: SessionState,
): Readonly<Record<'scene' | 'light' | 'comfort', SettingEntry | undefined>> => {
  const changes = state.facts.SettingChanged;
  const last = (part: 'scene' | 'light' | 'comfort'): SettingEntry | undefined =>
    changes.findLast(({ fact }) => fact[part] !== undefined);
  const scene = last('scene');
  const later = changes.findLast(({ fact }) => fact.scene === undefined);
  return {
    // Changed by hand since, it is that scene no more.
    scene: scene !== undefined && (later === undefined || later.at <= scene.at) ? scene : undefined,
    light: last('light'),
    comfort: last('comfort'),
  };
};
