// Any instrument, one renderer: the publisher's own words, one answer per question, nothing chosen beforehand. An answer
// that speaks of death brings the way to a person at once, with no network too.
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useRef, useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { riskItemIssues } from '#clinical/risk/suicide-risk.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
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

extendCatalog(afterWords);

type SavedInstrument = 'phq-9' | 'gad-7';

function isSaved(id: string): id is SavedInstrument {
  return id === 'phq-9' || id === 'gad-7';
}

function QuestionnairePage() {
  const id = usePathPart('instrument');
  const instrument = instrumentById(id);
  return (
    <Page
      place="/"
      title={instrument?.name ?? t('form.unknown')}
      lead={instrument === undefined ? undefined : t('form.lead')}
      back={{ to: '/', label: t('place.today') }}
    >
      {instrument === undefined || !isSaved(instrument.id) ? (
        <EmptyState>{t('form.unknown')}</EmptyState>
      ) : (
        <Form key={instrument.id} instrument={instrument} id={instrument.id} />
      )}
    </Page>
  );
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
    const index = instrument.items.findIndex((item) => open.includes(item.id));
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
  const optionsFor = (options: Instrument['options']) =>
    options.map((option) => ({ value: String(option.value), label: option.text }));
  const chosen = (itemId: string): string | undefined => {
    const value = given[itemId];
    return value === undefined || value === null ? undefined : String(value);
  };
  return (
    <>
      <p className="text-small text-ink-2">{t('form.who-sees')}</p>
      {currentLanguage() !== instrument.language && (
        <StateWord state="unknown" word={<span className="font-normal">{t('form.english')}</span>} />
      )}
      <p className="font-[560]" lang={instrument.language}>
        {instrument.stem}
      </p>
      <ol ref={list} lang={instrument.language} className="flex flex-col gap-8">
        {instrument.items.map((item, index) => (
          <li key={item.id} className="flex flex-col gap-4">
            <ChoiceGroup
              label={`${index + 1}. ${item.text}`}
              value={chosen(item.id)}
              onChange={(value) => draft.set({ ...given, [item.id]: Number(value) })}
              choices={optionsFor(instrument.options)}
            />
            {item.id === instrument.riskItemId && risk && <NotAlone />}
          </li>
        ))}
      </ol>
      {after !== undefined && (
        <div lang={instrument.language}>
          <ChoiceGroup
            label={after.item.text}
            optional
            value={chosen(after.item.id)}
            onChange={(value) => draft.set({ ...given, [after.item.id]: Number(value) })}
            choices={optionsFor(after.options)}
          />
        </div>
      )}
      <div className="flex flex-col items-start gap-3">
        <p role="status" className="figures text-small text-ink-2">
          {t('form.step', { done: instrument.items.length - open.length, count: instrument.items.length })}
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
      <details>
        <summary className="link flex min-h-12 cursor-pointer items-center text-small">
          {t('form.licence')}
        </summary>
        <p className="text-small text-ink-2" lang="en">
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
