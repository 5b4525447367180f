// What they said they take, read aloud line by line when it is asked again. Without a network it is said that it is not here.
import { getChart } from '#api/chart.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { entryWords } from './entry-words.ts';

export function MedicinesList({ patientId }: { readonly patientId: string }) {
  const { answer } = useAnswer(['patient', patientId, 'chart'], getChart, { params: { patientId } });
  if (answer === undefined)
    return <p className="text-ink-2">Their list is not on this screen. Ask without it.</p>;
  const lines = answer.record.filter(
    ({ body, status }) =>
      body.kind === 'medication-statement' && status !== 'entered-in-error' && status !== 'dismissed',
  );
  if (lines.length === 0) return <p>No medicine is written down. Nobody may have asked.</p>;
  return (
    <ul aria-label="Their medicines" className="flex flex-col gap-1.5">
      {lines.map(({ id, body }) => {
        const { name, detail } = entryWords(body);
        return (
          <li key={id}>
            <span className="font-sub">{name}</span>
            {detail !== '' && <span className="block text-small text-ink-2">{detail}</span>}
          </li>
        );
      })}
    </ul>
  );
}
