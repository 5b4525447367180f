// Where it hurts and the days of headache, as the person wrote them; for the prescriber the same maps, and the same warning.

import { getChart } from '#api/chart.ts';
import type { HealthRecordEntry } from '#api/health-record.ts';
import { addDays, localDateOf } from '#clinical/instant.ts';
import { painChanges } from '#clinical/pathways/body-parts.ts';
import { headacheOveruse, monthInDays } from '#clinical/pathways/headache-days.ts';
import { headacheMedicineNames, partNames, viewNames } from '#content/body-words.ts';
import { Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { BodyMap } from '#web/kit/body-map.tsx';
import { Card } from '#web/kit/card.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDate } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';

type Map = Extract<HealthRecordEntry['body'], { kind: 'pain-map' }>;
type Day = Extract<HealthRecordEntry['body'], { kind: 'headache-day' }>;

/** Nothing is drawn for a person who never marked anything: most come for something else. */
export function PainCards({ patientId, zone }: { readonly patientId: string; readonly zone: string }) {
  const chart = useAnswer(['patient', patientId, 'chart'], getChart, { params: { patientId } });
  return (
    <Heard of={chart}>
      {({ record }) => {
        const standing = record.filter(({ status }) => status !== 'entered-in-error').map(({ body }) => body);
        const maps = standing
          .filter((body): body is Map => body.kind === 'pain-map')
          .toSorted((a, b) => b.at - a.at);
        const days = standing.filter((body): body is Day => body.kind === 'headache-day');
        return (
          <>
            {maps.length > 0 && <Maps maps={maps} />}
            {days.length > 0 && <HeadacheDays days={days} zone={zone} />}
          </>
        );
      }}
    </Heard>
  );
}

function Maps({ maps: [latest, before] }: { readonly maps: readonly Map[] }) {
  if (latest === undefined) return null;
  const changes = before === undefined ? [] : painChanges(before.marks, latest.marks);
  return (
    <Card title="Where it hurts">
      <div className="grid gap-4 tablet:grid-cols-2">
        {[latest, before].map(
          (map) =>
            map !== undefined && (
              <div key={map.at}>
                <p className="font-sub">{formatDate(map.at, 'medium')}</p>
                <BodyMap marks={map.marks} unmarked="not marked" />
              </div>
            ),
        )}
      </div>
      {changes.length > 0 && (
        <ul className="figures mt-3">
          {changes.map(({ view, part, before: was, now }) => (
            <li key={`${view}${part}`}>
              {viewNames[view].en}, {partNames[part].en}: {was ?? 'not marked'}, now {now ?? 'not marked'}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function HeadacheDays({ days, zone }: { readonly days: readonly Day[]; readonly zone: string }) {
  const today = localDateOf(serverNow(), zone);
  const since = addDays(today, 1 - monthInDays.value);
  const month = days.filter(({ date }) => date >= since);
  const count = new Set(month.map(({ date }) => date)).size;
  const withAura = new Set(month.filter(({ aura }) => aura === 'yes').map(({ date }) => date)).size;
  return (
    <Card title="Headache days">
      <p className="figures">
        {count} written in the last {monthInDays.value} days, {withAura} with aura. Days that were not written
        say nothing.
      </p>
      {headacheOveruse({ days, today }).map((each) => (
        <div key={each.kind} className="mt-3">
          <StateWord
            state="not-met"
            word={`${headacheMedicineNames[each.kind].en}: ${each.days} of ${monthInDays.value} days. Overuse is called from ${each.fromDays} days a month${each.isLasting ? ', and the months before show it too' : ', for more than three months; the months before do not show it'}.`}
          />
          <p className="text-small text-ink-2">
            ICHD-3, 8.2. Its days are expert opinion. Not a diagnosis; ask before anything is stopped.
          </p>
        </div>
      ))}
    </Card>
  );
}
