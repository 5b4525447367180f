// Who guides, how to reach them, and whether they are there: never taken for granted.
import { Phone } from 'lucide-react';
import type { HomeGuide } from '#api/home.ts';
import { dialled } from '#web/companion/wrong-sheet.tsx';
import { buttonClass } from '#web/kit/button.tsx';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { guideWords } from './guide-words.ts';

extendCatalog(guideWords);

const marks: Readonly<Record<HomeGuide['presence']['state'], State>> = {
  'not-heard-yet': 'unknown',
  here: 'checked',
  silent: 'stale',
  left: 'not-met',
};

export function GuideState({ guide: { place, presence } }: { readonly guide: HomeGuide }) {
  const code = presence.state === 'here' ? (`here-${place}` as const) : presence.state;
  const time = presence.state === 'not-heard-yet' ? '' : formatTime(presence.since);
  return <StateWord state={marks[presence.state]} word={t(`guide.state-${code}`, { time })} />;
}

export function GuideLine({ guide }: { readonly guide: HomeGuide }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sub font-sub">{t('guide.beside', { guide: guide.name })}</h2>
      <GuideState guide={guide} />
      <CallPerson name={guide.name} phone={guide.phone} />
    </section>
  );
}

export function CallPerson({ name, phone }: { readonly name: string; readonly phone: string }) {
  return (
    <a href={`tel:${dialled(phone)}`} className={buttonClass({ wide: true })}>
      <Phone size={22} strokeWidth={1.9} aria-hidden="true" />
      <span>
        {t('guide.call', { name })} <span className="figures whitespace-nowrap">{phone}</span>
      </span>
    </a>
  );
}
