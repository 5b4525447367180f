// A call and the truth about it. The one that reached no one takes the whole screen and names the next way.
import { Hand, MonitorOff, Phone, Users, WifiOff } from 'lucide-react';
import { classNames } from '#web/kit/class-names.ts';
import { t } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { telephone } from '#web/kit/telephone.ts';
import type { CallState } from './call-state.ts';

export interface CallScreenProps {
  readonly state: CallState;
  readonly seconds: number;
  readonly phone: string;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

const wide =
  'press flex min-h-21 w-full cursor-pointer items-center justify-center gap-4 rounded-deep border-[2px] px-6 text-sub font-sub no-underline';

export function CallScreen({ state, seconds, phone, onStop, onAgain }: CallScreenProps) {
  const isUndelivered = state.kind === 'no-one' || state.kind === 'unheard';
  return (
    <div
      className={classNames(
        'flex h-full flex-col gap-5 bg-page px-6 pt-[10vh] pb-[max(1.5rem,env(safe-area-inset-bottom))]',
        isUndelivered && 'border-[5px] border-alert',
      )}
    >
      <Sign state={state} />
      <div role="status" aria-live="assertive" className="flex flex-col gap-3">
        <h1 className="text-title font-title">{heading(state)}</h1>
        <p className="text-sub text-ink-2">{explanation(state)}</p>
      </div>
      {(state.kind === 'calling' || state.kind === 'still-calling' || state.kind === 'unheard') && (
        <p className="figures text-sub">{t('call.seconds', { count: seconds })}</p>
      )}
      {state.kind === 'no-one' && (
        <p className="figures text-sub">{t('call.last-tried', { count: seconds })}</p>
      )}
      <div className="mt-auto flex flex-col gap-4">
        {isUndelivered && (
          <>
            <a
              href={`tel:${telephone(phone)}`}
              className={classNames(wide, 'border-lamp bg-lamp-tint text-lamp')}
            >
              <Phone size={28} strokeWidth={1.9} aria-hidden="true" />
              {t('call.phone', { phone })}
            </a>
            {state.kind === 'no-one' && (
              <button type="button" onClick={onAgain} className={classNames(wide, 'border-edge text-sea')}>
                {t('call.again')}
              </button>
            )}
          </>
        )}
        {state.kind === 'coming' && (
          <button
            type="button"
            onClick={onStop}
            className={classNames(wide, 'border-shoal bg-shoal text-ink')}
          >
            {t('call.all-right')}
          </button>
        )}
        {(state.kind === 'calling' || state.kind === 'still-calling' || state.kind === 'unheard') && (
          <button type="button" onClick={onStop} className={classNames(wide, 'border-edge text-sea')}>
            {t('call.stop')}
          </button>
        )}
      </div>
    </div>
  );
}

function Sign({ state }: { readonly state: CallState }) {
  const look = { size: 58, strokeWidth: 1.9, 'aria-hidden': true } as const;
  switch (state.kind) {
    case 'calling':
      return <Hand {...look} className="text-lamp" />;
    case 'coming':
      return <StateMark state="seen" size={60} />;
    case 'still-calling':
      return <Users {...look} className="text-lamp" />;
    case 'unheard':
      return <MonitorOff {...look} className="text-alert" />;
    case 'no-one':
      return <WifiOff {...look} className="text-alert" />;
  }
}

function heading(state: CallState): string {
  switch (state.kind) {
    case 'calling':
      return t('call.calling');
    case 'coming':
      return t('call.coming', { name: state.by });
    case 'still-calling':
      return t('call.still');
    case 'unheard':
      return t('call.unheard');
    case 'no-one':
      return t('call.no-one');
  }
}

function explanation(state: CallState): string {
  switch (state.kind) {
    case 'calling':
      return t('call.calling-text');
    case 'coming':
      return state.seconds === undefined
        ? t('call.answered')
        : t('call.answered-in', { count: state.seconds });
    case 'still-calling':
      return t('call.still-text');
    case 'unheard':
      return t('call.unheard-text');
    case 'no-one':
      return t(state.because === 'signed-out' ? 'call.locked-text' : 'call.no-one-text');
  }
}
