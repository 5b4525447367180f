// The list of what to bring: what is there, what there is not, and papers photographed at home.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useRef, useState } from 'react';
import {
  addPaper,
  type BroughtPaper,
  listBrought,
  markBring,
  mostPaperBytes,
  removePaper,
} from '#api/brought-papers.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { type BringItem, bringList } from '#content/bring-list.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { base64Of } from '#web/patient/journal/media-bytes.ts';
import { smallPhoto } from '#web/patient/journal/photo.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { bringWords } from '#web/patient/words/bring.ts';

extendCatalog(bringWords);

type Brought = AnswerOf<typeof listBrought>;
type Mark = Brought['marks'][number]['mark'];

function broughtQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'brought'),
    queryFn: () => ask(listBrought, { params: { patientId } }),
  });
}

function BringPage() {
  const { patientId } = usePerson();
  const brought = useQuery(broughtQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('papers.title')}
      lead={t('papers.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={brought}>
        {(data) => (
          <ul className="divide-y divide-contour rounded-card bg-surface px-5">
            {bringList.map((item) => (
              <Item
                key={item.id}
                item={item}
                mark={data.marks.find((each) => each.item === item.id)?.mark ?? 'open'}
                papers={data.papers.filter((paper) => paper.item === item.id)}
              />
            ))}
          </ul>
        )}
      </Asked>
      <p className="text-small text-ink-2">{t('papers.who-sees')}</p>
      <p>
        {t('papers.record')}{' '}
        <Go to="/import" className="link inline-flex min-h-12 items-center">
          {t('papers.record-go')}
        </Go>
      </p>
    </Page>
  );
}

interface ItemProps {
  readonly item: BringItem;
  readonly mark: Mark;
  readonly papers: readonly BroughtPaper[];
}

const offered = ['have-it', 'do-not-have'] as const;

function Item({ item, mark, papers }: ItemProps) {
  const { patientId } = usePerson();
  const language = currentLanguage();
  const name = item.name[language];
  const choose = (chosen: Mark): void => {
    const next = mark === chosen ? 'open' : chosen;
    queryClient.setQueryData(broughtQuery(patientId).queryKey, (before) =>
      before === undefined
        ? before
        : {
            ...before,
            marks: [
              ...before.marks.filter((each) => each.item !== item.id),
              { item: item.id, mark: next, saidAt: 0 },
            ],
          },
    );
    keep(markBring, { topic: 'brought', params: { patientId }, body: { item: item.id, mark: next } });
  };
  return (
    <li className="flex flex-col gap-3 py-5">
      <div>
        <p className="font-sub">{name}</p>
        <p className="text-small text-ink-2">{item.why[language]}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {offered.map((value) => (
          <Button
            key={value}
            size="row"
            className="min-h-12"
            aria-pressed={mark === value}
            variant={mark === value ? 'primary' : 'secondary'}
            onClick={() => choose(value)}
          >
            {t(`papers.${value}`)}
            <span className="only-read-aloud">: {name}</span>
          </Button>
        ))}
      </div>
      {papers.length > 0 && (
        <ul className="flex flex-col gap-3">
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
      {item.isPaper && <AddPaper item={item} name={name} />}
    </li>
  );
}

function useRenew(): () => void {
  const { patientId } = usePerson();
  return () => {
    queryClient.invalidateQueries({ queryKey: broughtQuery(patientId).queryKey });
  };
}

function Paper({ paper }: { readonly paper: BroughtPaper }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const renew = useRenew();
  const act = useAct(removePaper);
  const remove = async (): Promise<void> => {
    const done = await act.run({ params: { patientId, paperId: paper.id }, body: {} });
    if (done !== undefined) renew();
  };
  return (
    <li className="flex flex-col items-start">
      <span>{paper.name}</span>
      <span className="text-small text-ink-2">
        {say('papers.kept', { when: whenWords(paper.addedAt, now) })}
      </span>
      {paper.readAt === undefined ? (
        <StateWord
          state="not-yet"
          size={18}
          word={<span className="text-small">{t('papers.not-read')}</span>}
        />
      ) : (
        <StateWord
          state="seen"
          size={18}
          word={
            <span className="text-small">
              {say('papers.read', { name: paper.readByName ?? '', when: whenWords(paper.readAt, now) })}
            </span>
          }
        />
      )}
      <Button
        variant="quiet"
        size="row"
        className="-ml-3.5 min-h-12"
        onClick={remove}
        busy={act.busy ? t('papers.removing') : undefined}
      >
        {t('papers.remove')}
        <span className="only-read-aloud">: {paper.name}</span>
      </Button>
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
    </li>
  );
}

function AddPaper({ item, name }: { readonly item: BringItem; readonly name: string }) {
  const { patientId } = usePerson();
  const picker = useRef<HTMLInputElement>(null);
  const act = useAct(addPaper);
  const renew = useRenew();
  const [fault, setFault] = useState<string>();
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    act.forget();
    setFault(undefined);
    if (chosen === undefined) return;
    if (chosen.type === 'application/pdf' && chosen.size > mostPaperBytes) {
      setFault(t('papers.too-large'));
      return;
    }
    const file = chosen.type === 'application/pdf' ? await base64Of(chosen) : await smallPhoto(chosen);
    if (file === undefined) {
      setFault(t('papers.not-picture'));
      return;
    }
    const done = await act.run({
      params: { patientId },
      body: { id: newCommandId(), item: item.id, name: chosen.name.slice(0, 200) || name, file },
      timeoutMs: 60_000,
    });
    if (done !== undefined) renew();
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <input
        ref={picker}
        type="file"
        accept="image/*,application/pdf"
        onChange={choose}
        className="only-read-aloud"
        tabIndex={-1}
        aria-label={t('papers.photo-of', { name })}
      />
      <Button
        size="row"
        className="min-h-12"
        onClick={() => picker.current?.click()}
        busy={act.busy ? t('papers.adding') : undefined}
      >
        {t('papers.photo')}
        <span className="only-read-aloud">: {name}</span>
      </Button>
      {(fault !== undefined || act.failure !== undefined) && (
        <ErrorState
          compact
          title={fault ?? (act.failure === undefined ? '' : failureWords(act.failure))}
          stillTrue={t('papers.still')}
        />
      )}
    </div>
  );
}

export const page = BringPage;
