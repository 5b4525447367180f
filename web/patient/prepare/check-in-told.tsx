// What was told this morning, held against the protocol. While it lies on this phone, nobody at the clinic is said to know it.
import type { PreparationItem } from '#api/preparation.ts';
import {
  type Morning,
  type MorningPoint,
  morningAgainst,
  opensALine,
} from '#clinical/preparation/morning.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { say } from '#web/patient/say.ts';
import type { BookedDay } from './day-hours.tsx';
import { itemsTopic } from './waiting-items.ts';

const marks: Readonly<Record<MorningPoint['state'], State>> = {
  'as-planned': 'checked',
  told: 'sent',
  'tell-us': 'not-met',
  'not-sure': 'unknown',
  'not-said': 'unknown',
};

export interface CheckInToldProps {
  readonly item: PreparationItem;
  readonly morning: Morning;
  readonly day: BookedDay;
  readonly onAgain: () => void;
}

export function CheckInTold({ item, morning, day, onAgain }: CheckInToldProps) {
  const { me } = usePerson();
  const now = useNow(60_000);
  const { waiting } = useTransport(itemsTopic(item.cycleId));
  const isWaiting = waiting.some(({ url }) => url.endsWith(item.id));
  const when = whenWords(item.recordedAt, now);
  const points = morningAgainst(morning, day);
  return (
    <div className="flex flex-col gap-5">
      <p role="status" className="font-[560]">
        {say(isWaiting ? 'prepare.saved' : 'morning.told', { when })}
      </p>
      {isWaiting && points.some(opensALine) && (
        <ErrorState compact title={t('morning.nobody-knows', { phone: me.clinic.phone })} />
      )}
      <ul className="flex flex-col gap-3">
        {points.map((point) => (
          <li key={point.what}>
            <StateWord
              state={isWaiting && isForThem(point) ? 'saved' : marks[point.state]}
              word={
                <span className="font-normal">
                  {t(`morning.what.${point.what}`)}:{' '}
                  {stateWords(point, { isWaiting, phone: me.clinic.phone })}
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {morning.intention === 'change' && (
        <Go to="/prepare/intention" className={buttonClass({ wide: true })}>
          {t('morning.intention-go')}
        </Go>
      )}
      <Button wide onClick={onAgain}>
        {t('morning.told-more')}
      </Button>
      <p className="text-small text-ink-2">{t('morning.who-reads')}</p>
    </div>
  );
}

/** Someone at the clinic is to read it. */
function isForThem(point: MorningPoint): boolean {
  return opensALine(point) || point.state === 'told';
}

function stateWords(
  point: MorningPoint,
  { isWaiting, phone }: { readonly isWaiting: boolean; readonly phone: string },
): string {
  if (isWaiting && isForThem(point)) return t('morning.not-sent');
  return t(point.state === 'told' ? 'morning.told-state' : `morning.${point.state}`, { phone });
}
