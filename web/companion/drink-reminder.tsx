// On the evening, on the page of whoever stays near: a glass of water is called to mind, and nobody is asked whether they drank it.
import { GlassWater } from 'lucide-react';
import { isTimeToDrink } from '#clinical/discharge/small-needs.ts';
import { t } from '#web/kit/locale.ts';

export interface DrinkReminderProps {
  readonly name: string;
  readonly leftAt: number;
  readonly now: number;
  readonly zone: string;
}

export function DrinkReminder({ name, ...moment }: DrinkReminderProps) {
  if (!isTimeToDrink(moment)) return null;
  return (
    <section className="flex gap-4 rounded-card bg-shallow px-5 py-4">
      <GlassWater size={26} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
      <div>
        <h2 className="font-sub">{t('companion.drink')}</h2>
        <p>{t('companion.drink-text', { name })}</p>
      </div>
    </section>
  );
}
