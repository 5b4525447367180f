// How prepared people felt before and after they learned, over the whole clinic. Only the latest rating of each person and
// cycle counts, and a rating nobody gave is not filled in.

import { lowReadiness } from '#clinical/preparation/readiness.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  kind: 'prepared-rating' | 'readiness';
  moment: string | null;
  cycle_id: string;
  body: { rating?: number; informed?: number; comfortable?: number; open?: number };
};

export async function preparednessSince(tx: Tx, since: number) {
  const { rows } = await tx.query<Row>(
    `select kind, moment, cycle_id, body from (
       select distinct on (cycle_id, kind, body ->> 'moment')
              kind, body ->> 'moment' as moment, cycle_id, body
         from preparation_items
        where clinic_id = $1 and kind in ('prepared-rating', 'readiness') and recorded_at >= $2
        order by cycle_id, kind, body ->> 'moment', recorded_at desc) latest`,
    [tx.clinicId, iso(since)],
  );
  const rated = (moment: string): Map<string, number> =>
    new Map(
      rows.flatMap((row) =>
        row.kind === 'prepared-rating' && row.moment === moment && row.body.rating !== undefined
          ? [[row.cycle_id, row.body.rating] as const]
          : [],
      ),
    );
  const before = rated('before-learning');
  const after = rated('after-learning');
  const changes = [...before].flatMap(([cycleId, rating]) => {
    const then = after.get(cycleId);
    return then === undefined ? [] : [Math.sign(then - rating)];
  });
  const ready = rows.filter((row) => row.kind === 'readiness');
  const count = (sign: number): number => changes.filter((change) => change === sign).length;
  return {
    since,
    before: summaryOf([...before.values()]),
    after: summaryOf([...after.values()]),
    both: { people: changes.length, up: count(1), same: count(0), down: count(-1) },
    readiness: {
      people: ready.length,
      low: ready.filter((row) => lowReadiness(row.body).length > 0).length,
    },
  };
}

function summaryOf(ratings: readonly number[]): {
  people: number;
  median?: number | undefined;
  lowest?: number | undefined;
} {
  const sorted = ratings.toSorted((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return {
    people: sorted.length,
    median: lower === undefined || upper === undefined ? undefined : (lower + upper) / 2,
    lowest: sorted[0],
  };
}
