// Whoever is near tells what they saw go wrong, from the same link and for as long as it works.
import { companionReportsAdverseEvent } from '#api/adverse-events.ts';
import { t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { SideEffectForm, sideEffectTopic } from '#web/kit/side-effects/side-effect-form.tsx';
import { CallTheClinic, type ClinicToCall } from './wrong-sheet.tsx';

interface SideEffectSheetProps {
  readonly onClose: () => void;
  readonly clinic: ClinicToCall | undefined;
  readonly zone: string;
}

export function SideEffectSheet({ onClose, clinic, zone }: SideEffectSheetProps) {
  return (
    <Sheet open onClose={onClose} title={t('side.title')}>
      <div className="flex flex-col gap-5">
        <p>{t('side.lead-near')}</p>
        <SideEffectForm
          zone={zone}
          call={
            <div className="flex flex-col gap-3">
              <p className="font-[540]">{t('side.call-first')}</p>
              <CallTheClinic clinic={clinic} />
            </div>
          }
          onTell={(body) =>
            keep(companionReportsAdverseEvent, { topic: sideEffectTopic, body, commandId: body.id })
          }
        />
      </div>
    </Sheet>
  );
}
