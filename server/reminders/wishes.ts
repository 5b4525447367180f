// A person's wishes as a row, and what holds for whoever never chose: safety checks and dates by mail, no daily question.

import type { Channel } from '#api/reminders.ts';
import { type PulseItem, pulseItems } from '#clinical/instruments/pulse-items.ts';
import type { ReminderWishes } from '#clinical/reminders/reminders.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Wishes = ReminderWishes & {
  readonly channels: readonly Channel[];
  readonly items: readonly PulseItem[];
  readonly version: number;
};

const unchosen: Wishes = { channels: ['mail'], pulse: false, dates: true, items: [], version: 0 };

type Row = {
  patient_id: string;
  channels: Channel[];
  quiet_from_minute: number | null;
  quiet_to_minute: number | null;
  pulse: boolean;
  dates: boolean;
  items: string[];
  version: number;
};

export async function wishesOf(
  tx: Tx,
  patientIds: readonly string[],
): Promise<(patientId: string) => Wishes> {
  const { rows } = await tx.query<Row>(
    `select patient_id, channels, quiet_from_minute, quiet_to_minute, pulse, dates, items, version
       from reminder_wishes where clinic_id = $1 and patient_id = any ($2::uuid[])`,
    [tx.clinicId, patientIds],
  );
  const chosen = new Map(rows.map((row) => [row.patient_id, wishesIn(row)]));
  return (patientId) => chosen.get(patientId) ?? unchosen;
}

function wishesIn(row: Row): Wishes {
  const { quiet_from_minute: from, quiet_to_minute: to } = row;
  return {
    channels: row.channels,
    quiet: from === null || to === null ? undefined : { fromMinuteOfDay: from, toMinuteOfDay: to },
    pulse: row.pulse,
    dates: row.dates,
    items: pulseItems.filter((item) => row.items.includes(item)),
    version: row.version,
  };
}

/** False when they were changed somewhere else first. */
export async function keepWishes(tx: Tx, patientId: string, wishes: Wishes, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into reminder_wishes
       (clinic_id, patient_id, channels, quiet_from_minute, quiet_to_minute, pulse, dates, items, version, saved_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9::int + 1, $10
      where $9 = 0 or exists (select 1 from reminder_wishes where clinic_id = $1 and patient_id = $2)
     on conflict (clinic_id, patient_id) do update
       set channels = excluded.channels, quiet_from_minute = excluded.quiet_from_minute,
           quiet_to_minute = excluded.quiet_to_minute, pulse = excluded.pulse, dates = excluded.dates,
           items = excluded.items, version = excluded.version, saved_at = excluded.saved_at
       where reminder_wishes.version = $9`,
    [
      tx.clinicId,
      patientId,
      wishes.channels,
      wishes.quiet?.fromMinuteOfDay ?? null,
      wishes.quiet?.toMinuteOfDay ?? null,
      wishes.pulse,
      wishes.dates,
      wishes.items,
      wishes.version,
      iso(now),
    ],
  );
  return rowCount === 1;
}
