// One short question of our own, asked once a day and never chased. It is not a scale anyone has published, and says so.

export const pulse = {
  id: 'pulse',
  question: 'How heavy is today?',
  from: 0,
  to: 10,
  fromLabel: 'Light',
  toLabel: 'As heavy as it gets',
  betterIs: 'lower',
  source: 'H-HOUSE',
  confidence: 'H',
} as const;

export function isPulse(value: number): boolean {
  return Number.isInteger(value) && value >= pulse.from && value <= pulse.to;
}
