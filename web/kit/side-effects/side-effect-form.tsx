// Telling that something went wrong: own words first, and everything else may stay unsaid. Kept on the phone before it is
// sent, and the page says which of the two it is.
import { type ReactNode, useState } from 'react';
import {
  type AdverseEventTerm,
  adverseEventTerms,
  type ToldSeverity,
  toldSeverities,
} from '#clinical/risk/adverse-event-terms.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { momentOf } from '#web/kit/local-moment.ts';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { outbox, useTransport } from '#web/kit/outbox.ts';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { sideEffectWords } from './side-effect-words.ts';

extendCatalog(sideEffectWords);

export const sideEffectTopic = 'side-effects';

/** As it is sent. What is left out was not said. */
export interface SideEffectTold {
  readonly id: string;
  readonly words: string;
  readonly term?: AdverseEventTerm;
  readonly severity?: ToldSeverity;
  readonly startedAt?: number;
  readonly ended?: number | 'ongoing' | 'over';
}

interface Typed {
  readonly words: string;
  readonly term?: AdverseEventTerm | undefined;
  readonly severity?: ToldSeverity | undefined;
  readonly started: string;
  readonly still?: 'ongoing' | 'over' | undefined;
  readonly ended: string;
}

const nothingTyped: Typed = { words: '', started: '', ended: '' };

interface Sent {
  readonly id: string;
  readonly at: number;
  readonly isBad: boolean;
}

export interface SideEffectFormProps {
  readonly zone: string;
  /** Keeps it on this device and sends it when there is a way. */
  readonly onTell: (told: SideEffectTold) => Promise<unknown>;
  /** Whom to call, shown before anything is typed and again where it is bad. */
  readonly call: ReactNode;
}

/** Whoever chooses one of these is shown the numbers, however mild they call it. */
const callNow: readonly (AdverseEventTerm | undefined)[] = [
  'suicidal-thoughts',
  'respiratory-depression',
  'loss-of-consciousness',
  'allergic',
];

export function SideEffectForm({ zone, onTell, call }: SideEffectFormProps) {
  const draft = useDraft<Typed>('side-effect', nothingTyped);
  const typed = draft.value;
  const set = (part: Partial<Typed>): void => draft.set({ ...typed, ...part });
  const [sent, setSent] = useState<Sent>();
  const [tried, setTried] = useState(false);
  const startedAt = momentOf(typed.started, zone);
  const endedAt = typed.still === 'over' ? momentOf(typed.ended, zone) : undefined;
  const isAhead = (at: number | undefined): boolean => at !== undefined && at > serverNow();
  const isBad = typed.severity === 'severe' || callNow.includes(typed.term);
  const words = typed.words.trim();

  const tell = async (): Promise<void> => {
    setTried(true);
    if (words === '' || isAhead(startedAt) || isAhead(endedAt)) return;
    const id = newCommandId();
    await onTell({
      id,
      words,
      ...(typed.term === undefined ? {} : { term: typed.term }),
      ...(typed.severity === undefined ? {} : { severity: typed.severity }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(typed.still === undefined ? {} : { ended: endedAt ?? typed.still }),
    });
    setSent({ id, at: serverNow(), isBad });
    setTried(false);
    draft.clear();
  };
  if (sent !== undefined)
    return (
      <div className="flex flex-col items-start gap-4" aria-live="polite">
        <HowItStands sent={sent} />
        {sent.isBad && call}
        <Button onClick={() => setSent(undefined)}>{t('side.again')}</Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-6">
      <TextArea
        own
        rows={3}
        maxLength={4_000}
        label={t('side.words')}
        hint={t('side.words-hint')}
        value={typed.words}
        onChange={(said) => set({ words: said })}
        fault={tried && words === '' ? t('side.needs-words') : undefined}
      />
      <Select
        label={t('side.term')}
        prompt={t('side.term-prompt')}
        choices={adverseEventTerms.map((value) => ({ value, label: t(`side.term-${value}`) }))}
        value={typed.term}
        onChange={(term) => set({ term })}
      />
      <ChoiceGroup
        label={t('side.severity')}
        choices={toldSeverities.map((value) => ({
          value,
          label: t(`side.severity-${value}`),
          detail: t(`side.severity-${value}-text`),
        }))}
        value={typed.severity}
        onChange={(severity) => set({ severity })}
      />
      {isBad && call}
      <DateTimeField
        kind="datetime-local"
        label={t('side.started')}
        hint={t('side.started-hint')}
        value={typed.started}
        onChange={(started) => set({ started })}
        fault={isAhead(startedAt) ? t('side.future') : undefined}
      />
      <ChoiceGroup
        label={t('side.still')}
        columns={2}
        choices={(['ongoing', 'over'] as const).map((value) => ({ value, label: t(`side.still-${value}`) }))}
        value={typed.still}
        onChange={(still) => set({ still })}
      />
      {typed.still === 'over' && (
        <DateTimeField
          kind="datetime-local"
          label={t('side.ended')}
          hint={t('side.started-hint')}
          value={typed.ended}
          onChange={(ended) => set({ ended })}
          fault={isAhead(endedAt) ? t('side.future') : undefined}
        />
      )}
      <Button variant="primary" size="large" wide onClick={tell}>
        {t('side.send')}
      </Button>
    </div>
  );
}

/** Whether it has left this phone, and what to do meanwhile. */
function HowItStands({ sent }: { readonly sent: Sent }) {
  const { waiting, refused } = useTransport(sideEffectTopic);
  const against = refused.find(({ commandId }) => commandId === sent.id);
  if (against !== undefined)
    return (
      <ErrorState
        title={t('side.refused', { why: against.refusedBecause ?? '' })}
        action={<Button onClick={() => outbox.settle(against.commandId)}>{t('side.again')}</Button>}
      />
    );
  if (waiting.some(({ commandId }) => commandId === sent.id))
    return sent.isBad ? (
      <ErrorState title={t('side.waiting-bad')} />
    ) : (
      <StateWord state="saved" word={t('side.waiting')} />
    );
  return (
    <StateWord
      state="sent"
      word={t(sent.isBad ? 'side.told-bad' : 'side.told', { time: formatTime(sent.at) })}
    />
  );
}
