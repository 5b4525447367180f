// Where this person is signed in, in plain words, and the end of it for a phone that is lost or was handed on.
import { useQuery } from '@tanstack/react-query';
import { endSignIns, listSignIns, type PlaceSignedIn } from '#api/sign-ins.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { ownPushAddress } from './knock.ts';

export function SignIns() {
  const { patientId } = usePerson();
  const query = useQuery({ queryKey: patientKey(patientId, 'sign-ins'), queryFn: () => ask(listSignIns) });
  const act = useAct(endSignIns);
  const end = async (which: string): Promise<void> => {
    const done = await act.run({ body: { which, ownPushAddress: await ownPushAddress() } });
    if (done !== undefined) await query.refetch();
  };
  return (
    <Section title={t('phone.places')}>
      <Asked query={query}>
        {({ signIns }) => (
          <>
            <ul className="flex flex-col gap-4">
              {signIns.map((place) => (
                <Place key={place.id} place={place} onEnd={() => end(place.id)} />
              ))}
            </ul>
            {signIns.length > 1 ? (
              <>
                <p className="text-ink-2">{t('phone.end-text')}</p>
                <Button onClick={() => end('others')} busy={act.busy ? t('phone.ending') : undefined}>
                  {t('phone.end-others')}
                </Button>
              </>
            ) : (
              <p className="text-ink-2">{t('phone.only-here')}</p>
            )}
          </>
        )}
      </Asked>
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
    </Section>
  );
}

interface PlaceProps {
  readonly place: PlaceSignedIn;
  readonly onEnd: () => void;
}

function Place({ place, onEnd }: PlaceProps) {
  const now = useNow(60_000);
  const device = t(`phone.device.${place.device ?? 'unknown'}`);
  const used = say('phone.last-used', { when: whenWords(place.lastUsedAt, now) });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="font-[560]">{place.isHere ? t('phone.this-one', { device }) : device}</p>
        <p className="text-small text-ink-2">{used}</p>
      </div>
      {!place.isHere && (
        <Button onClick={onEnd}>
          {t('phone.end')}
          <span className="only-read-aloud">
            {device}, {used}
          </span>
        </Button>
      )}
    </li>
  );
}
