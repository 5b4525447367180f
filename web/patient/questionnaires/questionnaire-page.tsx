// Any instrument, one renderer: the publisher's own words, one answer per question, nothing chosen beforehand. An answer
// that speaks of death brings the way to a person at once, with no network too.
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  type QuestionnaireResponse,
  instrument as savedInstrument,
  saveResponse,
} from '#api/questionnaires.ts';
import {
  askedItems,
  instrumentIn,
  mayBeOffered,
  optionsOf,
  withoutUnasked,
} from '#clinical/instruments/asking.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { riskItemIssues } from '#clinical/risk/suicide-risk.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { currentLanguage, extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { keep, useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { usePathPart } from '#web/patient/address.ts';
import { CrisisLines } from '#web/patient/help/help-sheet.tsx';
import { telephone } from '#web/patient/help/telephone.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { Question } from './question.tsx';

extendCatalog(afterWords);

type SavedInstrument = QuestionnaireResponse['instrument'];

function QuestionnairePage() {
  const id = usePathPart('instrument');
  const known = instrumentById(id);
  const saved = savedInstrument.safeParse(id);
  const isOpen =
    known !== undefined &&
    saved.success &&
    mayBeOffered({ instrument: known, licenceConfirmedByClinic: undefined }) === 'may-be-offered';
  const instrument = isOpen ? instrumentIn(known, currentLanguage()) : undefined;
  return (
    <Page
      place="/"
      title={known?.name ?? t('form.unknown')}
      lead={instrument === undefined ? undefined : t(leadOf(instrument))}
      back={{ to: '/', label: t('place.today') }}
    >
      {instrument === undefined || !saved.success ? (
        <EmptyState>{t('form.unknown')}</EmptyState>
      ) : instrument.filledBy === 'clinician' ? (
        <EmptyState>{t('form.by-care-team')}</EmptyState>
      ) : (
        <Form key={instrument.id} instrument={instrument} id={saved.data} />
      )}
    </Page>
  );
}

const twoWeeks = 14;

function leadOf(instrument: Instrument): string {
  return instrument.recallDays === twoWeeks ? 'form.lead' : 'form.lead-other';
}

interface FormProps {
  readonly instrument: Instrument;
  readonly id: SavedInstrument;
}

function Form({ instrument, id }: FormProps) {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const draft = useDraft<Answers>(`instrument/${id}`, {});
  const [sent, setSent] = useState<{ readonly commandId: string; readonly at: number }>();
  const outbox = useTransport();
  const list = useRef<HTMLOListElement>(null);
  const given = draft.value;
  const asked = askedItems(instrument, given);
  const scored = score(instrument, given);
  const open = scored.complete ? [] : [...scored.missing, ...scored.invalid];
  const risk = riskItemIssues({ instrument, answers: given, at: serverNow() }).some(
    (issue) => issue.action !== 'unknown',
  );

  const send = async (): Promise<void> => {
    const at = serverNow();
    const answers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const commandId = await keep(saveResponse, {
      topic: 'questionnaires',
      params: { patientId, responseId: newCommandId() },
      body: {
        version: 0,
        instrument: id,
        answers: answers as Record<string, number | null>,
        complete: true,
        authoredAt: at,
        cycleId: data?.record.cycle?.id,
      },
    });
    setSent({ commandId, at });
    draft.clear();
    setTimeout(() => renewPatient(patientId), 1_500);
  };
  const goToOpen = (): void => {
    const index = asked.findIndex((item) => open.includes(item.id));
    const item = list.current?.children.item(index);
    item?.scrollIntoView({ block: 'center' });
    item?.querySelector('input')?.focus({ preventScroll: true });
  };

  if (sent !== undefined) {
    const refused = outbox.refused.find((item) => item.commandId === sent.commandId);
    const isWaiting = outbox.waiting.some((item) => item.commandId === sent.commandId);
    return (
      <div className="flex flex-col items-start gap-4">
        {refused !== undefined ? (
          <ErrorState title={refused.refusedBecause ?? t('kit.unreadable')} />
        ) : (
          <StateWord
            state={isWaiting ? 'saved' : 'sent'}
            word={isWaiting ? t('form.waiting') : say('form.sent', { time: formatTime(sent.at) })}
          />
        )}
        {refused === undefined && !isWaiting && <p>{t('form.thanks')}</p>}
        <Go to="/progress" className="link inline-flex min-h-12 items-center">
          {t('form.progress')}
        </Go>
        <CrisisLines />
      </div>
    );
  }
  const { after } = instrument;
  const answer = (itemId: string) => (value: number) =>
    draft.set(withoutUnasked(instrument, { ...given, [itemId]: value }));
  return (
    <>
      <p className="text-small text-ink-2">{t('form.who-sees')}</p>
      {currentLanguage() !== instrument.language && (
        <StateWord state="unknown" word={<span className="font-normal">{t('form.english')}</span>} />
      )}
      {instrument.instructions !== undefined && <p lang={instrument.language}>{instrument.instructions}</p>}
      {instrument.stem !== '' && (
        <p className="font-[560]" lang={instrument.language}>
          {instrument.stem}
        </p>
      )}
      <ol ref={list} lang={instrument.language} className="flex flex-col gap-8">
        {asked.map((item, index) => (
          <li key={item.id} className="flex flex-col gap-4">
            <Question
              item={item}
              number={index + 1}
              options={optionsOf(instrument, item)}
              value={given[item.id]}
              onAnswer={answer(item.id)}
            />
            {item.id === instrument.riskItemId && risk && <NotAlone />}
          </li>
        ))}
      </ol>
      {after !== undefined && (
        <div lang={instrument.language}>
          <Question
            item={after.item}
            options={after.options}
            value={given[after.item.id]}
            onAnswer={answer(after.item.id)}
            optional
          />
        </div>
      )}
      <div className="flex flex-col items-start gap-3">
        <p role="status" className="figures text-small text-ink-2">
          {t('form.step', { done: asked.length - open.length, count: asked.length })}
        </p>
        {open.length > 0 && (
          <Button variant="quiet" className="-ml-4" onClick={goToOpen}>
            {t('form.go-open')}
          </Button>
        )}
        <Button
          variant="primary"
          size="large"
          wide
          onClick={send}
          closed={open.length === 0 ? undefined : t('form.missing', { count: open.length })}
        >
          {t('form.finish')}
        </Button>
      </div>
      <details open={instrument.licence.use !== 'free'}>
        <summary className="link flex min-h-12 cursor-pointer items-center text-small">
          {t('form.licence')}
        </summary>
        <p className="text-small text-ink-2" lang={instrument.language}>
          {instrument.licence.text}
        </p>
      </details>
    </>
  );
}

function NotAlone() {
  const { me } = usePerson();
  return (
    <section
      role="alert"
      lang={currentLanguage()}
      className="flex flex-col gap-4 rounded-deep border-[2.5px] border-lamp bg-surface p-5"
    >
      <h2 className="text-sub font-sub">{t('form.risk-title')}</h2>
      <p>{t('form.risk-text')}</p>
      <a
        href={`tel:${telephone(me.clinic.phone)}`}
        className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
      >
        <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
        {t('form.call-clinic', { clinic: me.clinic.name, phone: me.clinic.phone })}
      </a>
      <CrisisLines />
    </section>
  );
}

export const page = QuestionnairePage;
