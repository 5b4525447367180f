// Whether whoever takes them home is asked how they seem: the person's choice, at any time, while the link goes on.
import { letBeAsked, type Ride } from '#api/preparation.ts';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';

extendCatalog(prepareWords);

export function LetBeAsked({
  ride,
}: {
  readonly ride: Pick<Ride, 'companionName' | 'linkId' | 'unaskedSince'>;
}) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const act = useAct(letBeAsked);
  const { companionName: name, linkId, unaskedSince } = ride;
  const set = async (mayBeAsked: boolean): Promise<void> => {
    const done = await act.run({ params: { patientId, linkId }, body: { mayBeAsked } });
    if (done !== undefined) renewPatient(patientId);
  };
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('ride.let-ask')}
        detail={t('ride.asked-after', { name })}
        ticked={unaskedSince === undefined}
        onChange={set}
      />
      {unaskedSince !== undefined && (
        <p role="status">{say('ride.unasked', { name, when: whenWords(unaskedSince, now) })}</p>
      )}
      {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
    </div>
  );
}
