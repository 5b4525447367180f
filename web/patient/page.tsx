// Every patient screen in its frame: date and transport on top, one column, the dock with its way to a person.
import { BookOpen, ChevronLeft, List, PenLine, Sun } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { useNow } from '#web/kit/clock.ts';
import { Dock } from '#web/kit/dock.tsx';
import { HelpButton } from '#web/kit/help-button.tsx';
import { formatDate, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { PatientPage } from '#web/kit/patient-page.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { basePath, go, pathWithin } from './address.ts';
import { OldWords } from './asked.tsx';
import { whenWords } from './moments.ts';
import { useSurroundings } from './patient-context.ts';
import { phoneMemory } from './phone-memory.ts';
import { say } from './say.ts';

const places = [
  { to: '/', label: 'place.today', sign: Sun },
  { to: '/learn', label: 'place.learn', sign: BookOpen },
  { to: '/journal', label: 'place.journal', sign: PenLine },
  { to: '/more', label: 'place.more', sign: List },
] as const;

export type Place = (typeof places)[number]['to'];

export interface PageProps {
  /** The place of the dock this page belongs to. */
  readonly place: Place;
  readonly title: string;
  readonly lead?: ReactNode;
  /** Where "back" leads, and what stands there. */
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  readonly banner?: ReactNode;
  readonly line?: ReactNode;
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

export function Page({ place, title, lead, back, banner, line, below, children }: PageProps) {
  const { openHelp, person } = useSurroundings();
  const now = useNow(60_000);
  const outbox = useTransport();
  useEffect(() => {
    document.title = `${title} · Mooring`;
  }, [title]);
  return (
    <PatientPage
      date={<span className="not-on-paper inline-block first-letter:uppercase">{formatDate(now)}</span>}
      transport={
        <div className="not-on-paper">
          <TransportLine
            outbox={outbox}
            shut={person === undefined && phoneMemory().patientId !== undefined}
          />
        </div>
      }
      banner={
        back === undefined && banner === undefined && person?.asOf === undefined ? undefined : (
          <>
            {back !== undefined && <BackLink {...back} />}
            {person?.asOf !== undefined && <AsOf at={person.asOf} now={now} />}
            {banner}
          </>
        )
      }
      title={title}
      lead={lead}
      line={line}
      below={below}
      dock={
        <Dock
          places={places.map(({ to, label, sign: Sign }) => ({
            href: `${basePath}${to}`,
            label: t(label),
            icon: <Sign size={24} strokeWidth={1.9} aria-hidden="true" />,
            current: to === place,
          }))}
          onGo={(href) => go(pathWithin(href))}
          help={<HelpButton look="dock" onPress={openHelp} />}
        />
      }
    >
      {children}
    </PatientPage>
  );
}

/** Said on every page while what it shows lay on this phone. */
function AsOf({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  return <OldWords>{say('shared.as-of', { when: whenWords(at, now) })}</OldWords>;
}

function BackLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <p className="not-on-paper -my-2">
      <Go to={to} className="link -ml-1.5 inline-flex min-h-12 items-center gap-1">
        <ChevronLeft size={20} strokeWidth={1.9} aria-hidden="true" />
        {label}
      </Go>
    </p>
  );
}

export interface GoProps {
  /** Inside the app, such as "/prepare/ride". */
  readonly to: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link within the app that is a real link: it opens in a new tab, and reads aloud as one. */
export function Go({ to, className, children }: GoProps) {
  const href = `${basePath}${to}`;
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
