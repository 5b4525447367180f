// The frame of the clinic's desk: a bar, the content, and an aside that drops under it on a narrow screen.
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { LogoMark } from './logo.tsx';

export interface ClinicPlace {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** Behind the last word of the bar. */
  readonly seldom?: true | undefined;
}

export interface ClinicBarProps {
  readonly name?: string | undefined;
  readonly places: readonly ClinicPlace[];
  readonly onGo: (href: string) => void;
  /** Transport line, who is signed in, lock. */
  readonly end?: ReactNode;
}

export function ClinicBar({ name = 'Mooring', places, onGo, end }: ClinicBarProps) {
  return (
    <header className="not-on-paper border-b border-contour bg-surface">
      <div className="mx-auto flex min-h-14 max-w-360 flex-wrap items-center gap-x-7 gap-y-1 px-8">
        <span className="inline-flex items-center gap-2 font-sub">
          <LogoMark size={22} />
          {name}
        </span>
        <nav aria-label={t('kit.places')} className="flex flex-wrap gap-x-6">
          {places
            .filter((place) => place.seldom !== true)
            .map((place) => (
              <PlaceLink key={place.href} place={place} onGo={onGo} />
            ))}
          <SeldomPlaces places={places.filter((place) => place.seldom === true)} onGo={onGo} />
        </nav>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 text-small text-ink-2">{end}</div>
      </div>
    </header>
  );
}

interface PlaceLinkProps {
  readonly place: ClinicPlace;
  readonly onGo: (href: string) => void;
}

function PlaceLink({ place, onGo }: PlaceLinkProps) {
  return (
    <a
      href={place.href}
      aria-current={place.current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onGo(place.href);
      }}
      className={classNames(
        'flex min-h-14 items-center border-y-[3px] border-transparent text-desk no-underline',
        place.current ? 'border-b-lamp font-sub text-ink' : 'text-ink-2 hover:text-ink',
      )}
    >
      {place.label}
    </a>
  );
}

interface SeldomPlacesProps {
  readonly places: readonly ClinicPlace[];
  readonly onGo: (href: string) => void;
}

/** The places of no ordinary day. Where one of them is open, the bar says which. */
function SeldomPlaces({ places, onGo }: SeldomPlacesProps) {
  const list = useRef<HTMLDetailsElement>(null);
  if (places.length === 0) return null;
  const here = places.find((place) => place.current);
  const close = (): void => list.current?.removeAttribute('open');
  return (
    <details
      ref={list}
      className="relative"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary
        className={classNames(
          'flex min-h-14 cursor-pointer list-none items-center gap-1 border-y-[3px] border-transparent text-desk',
          here === undefined ? 'text-ink-2 hover:text-ink' : 'border-b-lamp font-sub text-ink',
        )}
      >
        {here?.label ?? t('kit.more-places')}
        <ChevronDown size={18} strokeWidth={1.9} aria-hidden="true" />
      </summary>
      <div className="card absolute right-0 z-30 flex min-w-56 flex-col rounded-card border border-contour bg-surface px-5 py-2">
        {places.map((place) => (
          <PlaceLink
            key={place.href}
            place={place}
            onGo={(href) => {
              close();
              onGo(href);
            }}
          />
        ))}
      </div>
    </details>
  );
}

export interface ClinicPageProps {
  readonly bar: ReactNode;
  readonly banner?: ReactNode;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function ClinicPage({ bar, banner, title, lead, actions, aside, children }: ClinicPageProps) {
  return (
    <div data-density="desk" className="min-h-dvh bg-page text-desk">
      <a href="#main" className="only-read-aloud link">
        {t('kit.skip')}
      </a>
      {bar}
      <div className="mx-auto flex max-w-360 flex-col gap-8 px-8 py-7 desk:flex-row">
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-5 outline-none">
          {banner}
          <div className="flex flex-wrap items-start justify-between gap-4">
            <div className="flex max-w-[46rem] flex-col gap-1">
              <h1 className="text-title font-title">{title}</h1>
              {lead !== undefined && <p className="text-ink-2">{lead}</p>}
            </div>
            {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
          </div>
          {children}
        </main>
        {aside !== undefined && (
          <aside className="not-on-paper flex w-full flex-col gap-4 desk:w-96 desk:shrink-0">{aside}</aside>
        )}
      </div>
    </div>
  );
}
