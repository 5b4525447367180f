// The letter that goes with a person whose series rests or has ended: for a colleague who has never met them.
import type { SeriesDecisionTold } from '#api/series-decisions.ts';
import { localDateOf } from '#clinical/instant.ts';
import { useMe } from '#web/clinic/me.ts';
import { PaperSections, PaperSheet } from '#web/clinic/papers/paper-sheet.tsx';

export function LetterPaper({ told }: { readonly told: SeriesDecisionTold }) {
  const { clinic } = useMe();
  const { wayOut, decisions, zone } = told;
  const [newest] = decisions;
  if (wayOut === undefined || newest === undefined) return null;
  return (
    <PaperSheet
      title="Hand-over letter"
      clinicName={`${clinic.name}, ${clinic.phone}`}
      patientName={told.patientName}
      birthDate={undefined}
      date={localDateOf(newest.at, zone)}
      zone={zone}
      foot={
        told.series.protocol === undefined ? 'Protocol not readable here' : `Protocol ${told.series.protocol}`
      }
    >
      <PaperSections
        sections={wayOut.letter.map(({ heading, lines }) => ({
          id: heading,
          heading,
          lines: lines.map(({ text, isMissing }) => ({
            text,
            ...(isMissing === true ? { mark: 'missing' as const } : {}),
          })),
        }))}
      />
    </PaperSheet>
  );
}
