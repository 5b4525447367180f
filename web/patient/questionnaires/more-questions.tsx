// The further questions of the day this person chose, after the first one.
import { useQuery } from '@tanstack/react-query';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { wishesQuery } from '#web/patient/more/wishes-query.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { daysWords } from '#web/patient/words/days.ts';
import { ScaleQuestion } from './scale-question.tsx';

extendCatalog(daysWords);

export function MoreQuestions() {
  const { patientId } = usePerson();
  const { data } = useQuery(wishesQuery(patientId));
  if (data === undefined) return null;
  return (
    <>
      {data.items.length > 0 && <p className="text-small text-ink-2">{t('more-questions.title')}</p>}
      {data.items.map((item) => (
        <ScaleQuestion key={item} item={item} />
      ))}
      <Go to="/more/reminders" className="link inline-flex min-h-12 items-center">
        {t('more-questions.choose')}
      </Go>
    </>
  );
}
