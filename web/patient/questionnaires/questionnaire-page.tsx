// Any instrument, one renderer: the publisher's own words, one answer per question, nothing chosen beforehand. An answer
// that speaks of death brings the way to a person at once, with no network too.
import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import {
  type QuestionnaireResponse,
  instrument as savedInstrument,
  saveResponse,
} from '#api/questionnaires.ts';
import {
  askedItems,
  instrumentIn,
  isForAsking,
  mayBeOffered,
  mayFill,
  optionsOf,
  withoutUnasked,
} from '#clinical/instruments/asking.ts';
import { cssrsScreener } from '#clinical/instruments/c-ssrs-screener.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { asksAboutSuicide, firstAnswerOfSuicide } from '#clinical/instruments/raised-by-answers.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { currentLanguage, extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { outbox as deviceOutbox, keep, useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { telephone } from '#web/kit/telephone.ts';
import { usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Near } from '#web/patient/help/help-sheet.tsx';
import { RingTold } from '#web/patient/help/ring-told.tsx';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { whyWords } from '#web/patient/words/why.ts';
import { formsQuery } from './forms-query.ts';
import { Question } from './question.tsx';

extendCatalog(whyWords);
extendCatalog(afterWords);

type SavedInstrument = QuestionnaireResponse['instrument'];

function QuestionnairePage() {
  const id = usePathPart('instrument');
  const known = instrumentById(id);
  const saved = savedInstrument.safeParse(id);
  const isMine = known !== undefined && saved.success && mayFill(known, 'patient');
  const instrument = isMine ? instrumentIn(known, currentLanguage()) : undefined;
  return (
    <Page
      place="/"
      title={instrument?.name ?? known?.name ?? t('form.unknown')}
      lead={instrument === undefined ? undefined : t(leadOf(instrument))}
      back={{ to: '/', label: t('place.today') }}
    >
      {instrument !== undefined && saved.success ? (
        <IfOffered instrument={instrument}>
          <Form key={instrument.id} instrument={instrument} id={saved.data} />
        </IfOffered>
      ) : (
        <EmptyState>{t(known === undefined ? 'form.unknown' : 'form.by-care-team')}</EmptyState>
      )}
    </Page>
  );
}

/** A form whose licence the clinic must confirm is shown once the clinic was heard to have done so. */
function IfOffered({
  instrument,
  children,
}: {
  readonly instrument: Instrument;
  readonly children: ReactNode;
}) {
  const { patientId } = usePerson();
  const mustBeAsked = mayBeOffered({ instrument, licenceConfirmedByClinic: undefined }) !== 'may-be-offered';
  const forms = useQuery({ ...formsQuery(patientId), enabled: mustBeAsked });
  if (!mustBeAsked) return children;
  return (
    <Asked query={forms}>
      {({ offered }) =>
        offered.some((each) => each === instrument.id) ? (
          children
        ) : (
          <EmptyState>{t('form.not-offered')}</EmptyState>
        )
      }
    </Asked>
  );
}

const twoWeeks = 14;

function leadOf(instrument: Instrument): string {
  if (instrument.recallDays === twoWeeks) return 'form.lead';
  return asksAboutSuicide(instrument) ? 'form.lead-open' : 'form.lead-other';
}

/** A form that goes by single answers says what it can with some of them; what is left open is asked again by a person. */
function mayStayOpen(instrument: Instrument): boolean {
  return instrument.scoring === 'triage';
}

/** So many questions are not always answered in one go. */
const longForm = 10;

interface Sent {
  readonly commandId: string;
  readonly at: number;
  /** Kept until the clinic has them, so that a refusal gives them back. */
  readonly answers: Answers;
  readonly isHeavy: boolean;
}

interface FormProps {
  readonly instrument: Instrument;
  readonly id: SavedInstrument;
}

function Form({ instrument, id }: FormProps) {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const draft = useDraft<Answers>(`instrument/${id}`, {});
  const [sent, setSent] = useState<Sent>();
  const outbox = useTransport();
  const list = useRef<HTMLOListElement>(null);
  const given = draft.value;
  const asked = askedItems(instrument, given);
  const scored = score(instrument, given);
  const open = scored.complete ? [] : [...scored.missing, ...scored.invalid];
  const heavyItemId = firstAnswerOfSuicide(instrument, given);
  const isEmpty = Object.values(given).every((value) => value === undefined || value === null);
  const maySend = open.length === 0 || (mayStayOpen(instrument) && !isEmpty);

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
        language: instrument.language,
        authoredAt: at,
        cycleId: data?.record.cycle?.id,
      },
    });
    setSent({ commandId, at, answers: given, isHeavy: heavyItemId !== undefined });
    draft.clear();
  };
  const goToOpen = (): void => {
    const index = asked.findIndex((item) => open.includes(item.id));
    const item = list.current?.children.item(index);
    item?.scrollIntoView({ block: 'center' });
    item?.querySelector('input')?.focus({ preventScroll: true });
  };

  const takeBack = async ({ commandId, answers }: Sent): Promise<void> => {
    draft.set(answers);
    setSent(undefined);
    await deviceOutbox.settle(commandId);
  };

  if (sent !== undefined) {
    const refused = outbox.refused.find((item) => item.commandId === sent.commandId);
    const isWaiting = outbox.waiting.some((item) => item.commandId === sent.commandId);
    return (
      <div className="flex flex-col items-start gap-4">
        {refused !== undefined ? (
          <ErrorState
            title={refused.refusedBecause ?? t('kit.unreadable')}
            action={<Button onClick={() => takeBack(sent)}>{t('form.back-to-answers')}</Button>}
          />
        ) : (
          <StateWord
            state={isWaiting ? 'saved' : 'sent'}
            word={isWaiting ? t('form.waiting') : say('form.sent', { time: formatTime(sent.at) })}
          />
        )}
        {refused === undefined && !isWaiting && !sent.isHeavy && <p>{t('form.thanks')}</p>}
        {sent.isHeavy && (
          <NotAlone
            words={refused !== undefined || isWaiting ? 'form.risk-waiting' : 'form.risk-sent'}
            isSent={refused === undefined && !isWaiting}
          />
        )}
        {sent.isHeavy && !isForAsking(instrument) && (
          <Go to={`/questions/${cssrsScreener.id}`} className={buttonClass({ size: 'large', wide: true })}>
            {t('form.more-about-this')}
          </Go>
        )}
        <Go to="/progress" className="link inline-flex min-h-12 items-center">
          {t('form.progress')}
        </Go>
        {!sent.isHeavy && <Near />}
      </div>
    );
  }
  const { after } = instrument;
  const isLong = instrument.items.length > longForm;
  const step = t('form.step', { done: asked.length - open.length, count: asked.length });
  const answer = (itemId: string) => (value: number) =>
    draft.set(withoutUnasked(instrument, { ...given, [itemId]: value }));
  return (
    <>
      {`why.form.${instrument.id}` in whyWords.en && <p>{t(`why.form.${instrument.id}`)}</p>}
      <p className="text-small text-ink-2">
        {t(asksAboutSuicide(instrument) ? 'form.who-sees' : 'form.who-reads')}
        {isLong && ` ${t('form.later')}`}
      </p>
      {currentLanguage() !== instrument.language && (
        <StateWord state="unknown" word={<span className="font-normal">{t('form.english')}</span>} />
      )}
      {instrument.instructions !== undefined && !isForAsking(instrument) && (
        <p lang={instrument.language}>{instrument.instructions}</p>
      )}
      {instrument.stem !== '' && !isForAsking(instrument) && (
        <p className="font-[560]" lang={instrument.language}>
          {instrument.stem}
        </p>
      )}
      {isLong && <p className="figures sticky top-0 z-1 -mx-5 bg-page px-5 py-2 text-small">{step}</p>}
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
            {item.id === heavyItemId && <NotAlone words="form.risk-text" />}
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
          {step}
        </p>
        {open.length > 0 && (
          <Button variant="quiet" className="-ml-4" onClick={goToOpen}>
            {t('form.go-open')}
          </Button>
        )}
        {open.length > 0 && mayStayOpen(instrument) && (
          <p className="text-small text-ink-2">{t('form.left-open')}</p>
        )}
        <Button
          variant="primary"
          size="large"
          wide
          onClick={send}
          closed={maySend ? undefined : t('form.missing', { count: open.length })}
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

function NotAlone({ words, isSent = false }: { readonly words: string; readonly isSent?: boolean }) {
  const { me, patientId } = usePerson();
  return (
    <section
      role="alert"
      lang={currentLanguage()}
      className="flex flex-col gap-4 rounded-deep border-[2.5px] border-lamp bg-surface p-5"
    >
      <h2 className="text-sub font-sub">{t('form.risk-title')}</h2>
      <p>{t(words)}</p>
      {isSent && <RingTold patientId={patientId} causes={['suicide-risk']} />}
      <a
        href={`tel:${telephone(me.clinic.phone)}`}
        className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
      >
        <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
        {t('form.call-clinic', { clinic: me.clinic.name, phone: me.clinic.phone })}
      </a>
      <Near />
    </section>
  );
}

export const page = QuestionnairePage;
