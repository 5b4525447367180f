// What the prescriber decided about the medicines, as the person reads it, to be held against what they took.
import { listInstructions } from '#api/preparation.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { formatDate } from '#web/kit/locale.ts';

export function MedicineDecisions({ patientId }: { readonly patientId: string }) {
  const { answer } = useAnswer(['patient', patientId, 'instructions'], listInstructions, {
    params: { patientId },
  });
  if (answer === undefined)
    return <p className="text-ink-2">What was decided about them is not on this screen.</p>;
  if (answer.instructions.length === 0) return <p>Nothing was decided about them.</p>;
  return (
    <ul aria-label="Decided about them" className="flex flex-col gap-1.5">
      {answer.instructions.map(({ id, medicine, text, byName, decidedAt }) => (
        <li key={id}>
          <span className="font-sub">{medicine === undefined ? text : `${medicine}: ${text}`}</span>
          <span className="block text-small text-ink-2">
            {byName}, {formatDate(decidedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
