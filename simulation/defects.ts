// Mistakes made on purpose, one at a time, to see that the simulated clinic notices each of them.

export const defects = [
  'server-forgets-ids',
  'outbox-believes-failures',
  'alerts-never-escalate',
  'event-to-the-other-room',
  'yes-before-it-is-kept',
  'a-change-gets-lost',
  'nobody-is-coming',
  'the-phone-hears-everything',
  'full-disk-says-saved',
  'clock-is-four-minutes-off',
] as const;
export type Defect = (typeof defects)[number];
