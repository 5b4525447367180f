// Where it hurts, marked by touch or keys and held against one's own earlier map; and the diary of headaches.
import { useState } from 'react';
import { type BodyPart, type BodyView, type PainMark, painChanges } from '#clinical/pathways/body-parts.ts';
import { partNames, viewNames } from '#content/body-words.ts';
import { BodyMap } from '#web/kit/body-map.tsx';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { currentLanguage, extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { NumberRow } from '#web/patient/number-row.tsx';
import { Page } from '#web/patient/page.tsx';
import { ofKind } from '#web/patient/screening/entries.ts';
import { type Entries, useEntries } from '#web/patient/screening/use-entries.ts';
import { painWords } from '#web/patient/words/pain.ts';
import { HeadacheDiary } from './headache-diary.tsx';

extendCatalog(painWords);

function PainPage() {
  const record = useEntries();
  return (
    <Page
      place="/more"
      title={t('pain.title')}
      lead={t('pain.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={record.query}>
        {() => (
          <>
            <NewMap record={record} />
            <Maps record={record} />
            <HeadacheDiary record={record} />
          </>
        )}
      </Asked>
    </Page>
  );
}

interface OfRecord {
  readonly record: Entries;
}

type Place = { readonly view: BodyView; readonly part: BodyPart };

export function placeName({ view, part }: Place): string {
  const language = currentLanguage();
  return `${viewNames[view][language]}, ${partNames[part][language]}`;
}

function NewMap({ record }: OfRecord) {
  const draft = useDraft<{ readonly marks: readonly PainMark[] }>('pain/map', { marks: [] });
  const [chosen, setChosen] = useState<Place>();
  const [isKept, setIsKept] = useState(false);
  const { marks } = draft.value;
  const isChosen = (mark: PainMark): boolean => mark.view === chosen?.view && mark.part === chosen.part;
  const others = marks.filter((mark) => !isChosen(mark));
  const keepIt = async (): Promise<void> => {
    await record.add({ kind: 'pain-map', at: serverNow(), marks: [...marks] });
    draft.clear();
    setChosen(undefined);
    setIsKept(true);
  };
  return (
    <Section title={t('pain.map')}>
      <p>{t('pain.map-hint')}</p>
      <BodyMap
        marks={marks}
        chosen={chosen}
        unmarked={t('pain.unmarked')}
        onChoose={(view, part) => {
          setChosen({ view, part });
          setIsKept(false);
        }}
      />
      {chosen !== undefined && (
        <>
          <NumberRow
            label={t('pain.how-strong', { part: placeName(chosen) })}
            value={marks.find(isChosen)?.strength}
            onChange={(strength) => draft.set({ marks: [...others, { ...chosen, strength }] })}
          />
          {marks.some(isChosen) && (
            <Button variant="quiet" className="self-start" onClick={() => draft.set({ marks: others })}>
              {t('pain.clear')}
            </Button>
          )}
        </>
      )}
      <Button
        variant="primary"
        onClick={keepIt}
        closed={marks.length === 0 ? t('pain.mark-first') : undefined}
      >
        {t('pain.keep-map')}
      </Button>
      <p role="status" className="text-small text-ink-2">
        {isKept ? t('pain.kept') : ''}
      </p>
    </Section>
  );
}

function Maps({ record }: OfRecord) {
  const maps = ofKind(record.entries, 'pain-map').toSorted((a, b) => b.body.at - a.body.at);
  const [latest, before] = maps;
  if (latest === undefined) return <p className="text-ink-2">{t('pain.no-map')}</p>;
  const changes = before === undefined ? [] : painChanges(before.body.marks, latest.body.marks);
  const told = (strength: number | undefined): string | number => strength ?? t('pain.unmarked');
  return (
    <Section title={t('pain.maps')}>
      <Card title={formatDate(latest.body.at, 'medium')}>
        <BodyMap marks={latest.body.marks} unmarked={t('pain.unmarked')} />
      </Card>
      {before !== undefined && (
        <Card title={t('pain.compare', { date: formatDate(before.body.at, 'medium') })}>
          <BodyMap marks={before.body.marks} unmarked={t('pain.unmarked')} />
          {changes.length === 0 ? (
            <p>{t('pain.no-change')}</p>
          ) : (
            <ul className="figures mt-3">
              {changes.map((change) => (
                <li key={`${change.view}${change.part}`}>
                  {t('pain.change', {
                    part: placeName(change),
                    before: told(change.before),
                    now: told(change.now),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </Section>
  );
}

export const page = PainPage;
