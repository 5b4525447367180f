// Something is wrong: the number first, then words to the clinic, with the truth about whether they arrived.
import { Phone } from 'lucide-react';
import { useState } from 'react';
import type { OnCall } from '#api/me.ts';
import { openingHoursIn } from '#api/opening-hours.ts';
import { companionConcern } from '#api/preparation.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { currentLanguage, formatTime, t } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';

export interface ClinicToCall {
  readonly name: string;
  readonly phone: string;
  readonly crisisPlace?: string | undefined;
  readonly openingHours?: string | undefined;
  readonly openingHoursEs?: string | undefined;
  readonly onCall?: OnCall | undefined;
}

export interface WrongSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly clinic: ClinicToCall | undefined;
  /** Only an open link can tell the clinic; calling always works. */
  readonly canTell: boolean;
}

export function dialled(written: string): string {
  const digits = written.replaceAll(/[^\d]/g, '');
  return written.trim().startsWith('+') ? `+${digits}` : digits;
}

export function WrongSheet({ open, onClose, clinic, canTell }: WrongSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={t('companion.help-title')}>
      <div className="flex flex-col gap-5">
        <CallTheClinic clinic={clinic} />
        {canTell && <TellClinic />}
      </div>
    </Sheet>
  );
}

/** Where help answers at once, the clinic’s own number, who answers when it is closed, and the crisis lines. */
export function CallTheClinic({ clinic }: Pick<WrongSheetProps, 'clinic'>) {
  const place = crisisPlace(clinic?.crisisPlace);
  return (
    <>
      <p>
        {place === undefined
          ? t('companion.help-danger-unknown')
          : t('companion.help-danger', { number: place.emergency.number })}
      </p>
      {clinic !== undefined && (
        <a
          href={`tel:${dialled(clinic.phone)}`}
          className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
        >
          <Phone size={24} strokeWidth={1.9} aria-hidden="true" />
          <span>
            {t('companion.call', { clinic: clinic.name })}{' '}
            <span className="figures whitespace-nowrap">{clinic.phone}</span>
          </span>
        </a>
      )}
      {clinic?.openingHours !== undefined && (
        <p className="text-small text-ink-2">
          {t('companion.hours', {
            hours: openingHoursIn(currentLanguage(), { ...clinic, openingHours: clinic.openingHours }),
          })}
        </p>
      )}
      {clinic?.onCall === undefined ? (
        <p className="text-small text-ink-2">{t('companion.no-on-call')}</p>
      ) : (
        <p>
          {clinic.onCall[currentLanguage()]}{' '}
          <a
            href={`tel:${dialled(clinic.onCall.phone)}`}
            className="link figures inline-flex min-h-12 items-center whitespace-nowrap"
          >
            {clinic.onCall.phone}
          </a>
        </p>
      )}
      {place !== undefined && (
        <ul className="divide-y divide-contour border-y border-contour">
          {place.lines.map((line) => (
            <li key={line.number} className="flex items-center justify-between gap-4">
              <span>
                {line.name}
                {line.note !== undefined && (
                  <span className="block text-small text-ink-2">{line.note[currentLanguage()]}</span>
                )}
              </span>
              <a
                href={`${line.ways.includes('call') ? 'tel' : 'sms'}:${dialled(line.number)}`}
                className="link figures inline-flex min-h-12 shrink-0 items-center whitespace-nowrap"
              >
                {line.number}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Told =
  | { readonly kind: 'telling' }
  | { readonly kind: 'told'; readonly at: number }
  | { readonly kind: 'no-one' };

function TellClinic() {
  const [words, setWords] = useState('');
  const [told, setTold] = useState<Told>();
  const [id, setId] = useState(newCommandId);
  const tell = async (): Promise<void> => {
    setTold({ kind: 'telling' });
    const result = await call(companionConcern, {
      body: { id, words: words.trim() },
      commandId: id,
      timeoutMs: 8_000,
    });
    if (result.kind !== 'answered') return setTold({ kind: 'no-one' });
    setTold({ kind: 'told', at: serverNow() });
    setWords('');
    setId(newCommandId());
  };
  return (
    <div className="flex flex-col gap-4" aria-live="polite">
      <TextArea
        label={t('companion.tell-label')}
        hint={t('companion.tell-hint')}
        optional
        rows={2}
        maxLength={4_000}
        value={words}
        onChange={setWords}
      />
      <Button
        size="large"
        wide
        onClick={tell}
        busy={told?.kind === 'telling' ? t('companion.telling') : undefined}
      >
        {t('companion.tell')}
      </Button>
      {told?.kind === 'told' && (
        <p className="flex items-start gap-3 font-[540]">
          <StateMark state="sent" className="mt-0.5" />
          {t('companion.told', { time: formatTime(told.at) })}
        </p>
      )}
      {told?.kind === 'no-one' && <ErrorState compact title={t('companion.told-no-one')} />}
    </div>
  );
}
