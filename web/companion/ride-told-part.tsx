// After a yes: how they come and their number that day, asked once; and whether the patient lets them see how far the day is.
import { useState } from 'react';
import { type CompanionRide, type RideHow, tellRide } from '#api/preparation.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { TextField } from '#web/kit/text-field.tsx';

const ways: readonly RideHow[] = ['car', 'taxi-together', 'transit-together', 'on-foot'];

export function RideToldPart({
  shown,
  onTapped,
}: {
  readonly shown: CompanionRide;
  readonly onTapped: () => void;
}) {
  const { how: told, phone: given } = shown.ride;
  const [how, setHow] = useState<RideHow | undefined>(told);
  const [phone, setPhone] = useState(given ?? '');
  const [changing, setChanging] = useState(told === undefined);
  const save = async (): Promise<void> => {
    if (how === undefined) return;
    const number = phone.trim();
    await keep(tellRide, { topic: 'ride-told', body: { how, ...(number === '' ? {} : { phone: number }) } });
    setChanging(false);
    setTimeout(onTapped, 1_200);
  };
  if (!changing)
    return (
      <Card title={t('companion.how')}>
        <p>
          {how === undefined ? '' : t(`companion.how-${how}`)}
          {phone.trim() === '' ? '' : `. ${phone.trim()}`}
        </p>
        <p role="status" className="mt-1 text-small text-ink-2">
          {t('companion.how-saved')}
        </p>
        <Button className="mt-3" onClick={() => setChanging(true)}>
          {t('companion.how-change')}
        </Button>
      </Card>
    );
  return (
    <Card title={t('companion.how')}>
      <div className="flex flex-col gap-4">
        <ChoiceGroup
          label={t('companion.how-label', { name: shown.patientFirstName })}
          choices={ways.map((value) => ({ value, label: t(`companion.how-${value}`) }))}
          value={how}
          onChange={setHow}
        />
        <TextField
          label={t('companion.how-phone')}
          hint={t('companion.how-phone-hint')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          optional
          value={phone}
          onChange={setPhone}
        />
        <Button
          size="large"
          wide
          onClick={save}
          closed={how === undefined ? t('companion.how-needs') : undefined}
        >
          {t('companion.how-save')}
        </Button>
      </div>
    </Card>
  );
}
