// Everyone who opened this record, for the eyes of the person it is about.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { whoLooked } from '#api/patients.ts';
import { ask } from '#web/kit/api-client.ts';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { moreWords } from '#web/patient/words/more.ts';

extendCatalog(moreWords);
extendCatalog(journalWords);

function WhoLookedPage() {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const [showsMine, setShowsMine] = useState(false);
  const looked = useQuery({
    queryKey: patientKey(patientId, 'who-looked'),
    queryFn: () => ask(whoLooked, { params: { patientId } }),
  });
  return (
    <Page
      place="/more"
      title={t('looked.title')}
      lead={t('looked.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Checkbox label={t('looked.show-mine')} ticked={showsMine} onChange={setShowsMine} />
      <Asked query={looked}>
        {({ entries }) => {
          const shown = entries.filter((entry) => showsMine || entry.role !== 'patient');
          return shown.length === 0 ? (
            <EmptyState>{t('looked.empty')}</EmptyState>
          ) : (
            <ul className="divide-y divide-contour rounded-card bg-surface px-5">
              {shown.map((entry) => (
                <li key={`${entry.at}${entry.who}${entry.action}`} className="py-3.5">
                  <p>
                    <span className="font-sub">{entry.role === 'patient' ? t('looked.you') : entry.who}</span>
                    {entry.role !== 'patient' && entry.role !== 'system' && (
                      <span className="text-ink-2">, {t(`role.${entry.role}`)}</span>
                    )}
                  </p>
                  <p className="text-small text-ink-2">
                    {entry.action}, {whenWords(entry.at, now)}
                  </p>
                  <Why relation={entry.relation} />
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
      <p className="text-small text-ink-2">{t('looked.ask', { phone: me.clinic.phone })}</p>
    </Page>
  );
}

const told = ['care', 'shift', 'tenant', 'author', 'shared', 'linked', 'own'] as const;

/** By what they could look, as it was decided then. That someone was kept out stands in the act itself. */
function Why({ relation }: { readonly relation: string }) {
  const why = told.find((each) => each === relation);
  return why === undefined ? null : <p className="text-small text-ink-2">{t(`looked.why-${why}`)}</p>;
}

export const page = WhoLookedPage;
