// The frame of the clinic's desk: a bar, the content, and an aside that drops under it on a narrow screen.
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { LogoMark } from './logo.tsx';
import { PlaceLink } from './place-link.tsx';

export interface ClinicPlace {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** In the bar on a phone too. */
  readonly onPhone?: true | undefined;
  /** Behind the last word of the bar, however wide it is. */
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
      <div className="mx-auto flex min-h-14 max-w-360 flex-wrap items-center gap-x-7 gap-y-1 px-8 max-tablet:px-5">
        <span className="inline-flex min-h-12 items-center gap-2 font-sub">
          <LogoMark size={22} />
          {name}
        </span>
        <nav
          aria-label={t('kit.places')}
          className="flex flex-wrap gap-x-6 max-desk:order-last max-desk:w-full max-tablet:relative max-tablet:gap-x-4"
        >
          {places
            .filter((place) => place.seldom !== true)
            .map((place) => (
              <BarLink
                key={place.href}
                place={place}
                onGo={onGo}
                className={place.onPhone ? undefined : 'max-tablet:hidden'}
              />
            ))}
          <MorePlaces places={places.filter((place) => place.onPhone !== true)} onGo={onGo} />
        </nav>
        <div className="ml-auto flex flex-wrap items-center gap-x-4 text-small text-ink-2">{end}</div>
      </div>
    </header>
  );
}

interface BarLinkProps {
  readonly place: ClinicPlace;
  readonly onGo: (href: string) => void;
  readonly className?: string | undefined;
}

function BarLink({ place, onGo, className }: BarLinkProps) {
  return (
    <PlaceLink
      place={place}
      onGo={onGo}
      className={classNames(
        'flex min-h-14 items-center border-y-[3px] border-transparent text-desk no-underline',
        place.current ? 'border-b-lamp font-sub text-ink' : 'text-ink-2 hover:text-ink',
        className,
      )}
    >
      {place.label}
    </PlaceLink>
  );
}

interface MorePlacesProps {
  readonly places: readonly ClinicPlace[];
  readonly onGo: (href: string) => void;
}

/** The places of no ordinary day, and on a phone those its bar has no room for. Where one of them is open, the bar says which. */
function MorePlaces({ places, onGo }: MorePlacesProps) {
  const list = useRef<HTMLDetailsElement>(null);
  if (places.length === 0) return null;
  const here = places.find((place) => place.current);
  const onlyOnPhone = places.every((place) => place.seldom !== true);
  const close = (): void => list.current?.removeAttribute('open');
  return (
    <details
      ref={list}
      className={classNames('tablet:relative', onlyOnPhone && 'tablet:hidden')}
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
          here?.seldom !== true && 'tablet:border-b-transparent tablet:font-normal tablet:text-ink-2',
        )}
      >
        {here === undefined || here.seldom ? (
          (here?.label ?? t('kit.more-places'))
        ) : (
          <>
            <span className="tablet:hidden">{here.label}</span>
            <span className="max-tablet:hidden">{t('kit.more-places')}</span>
          </>
        )}
        <ChevronDown size={18} strokeWidth={1.9} aria-hidden="true" />
      </summary>
      <div className="card absolute z-30 flex min-w-56 max-tablet:inset-x-0 tablet:right-0 flex-col rounded-card border border-contour bg-surface px-5 py-2">
        {places.map((place) => (
          <BarLink
            key={place.href}
            place={place}
            className={place.seldom ? undefined : 'tablet:hidden'}
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
      {/* On paper the room below would ask for one more page, empty but for its head. */}
      <div className="mx-auto flex max-w-360 flex-col gap-8 px-8 py-7 max-tablet:px-5 desk:flex-row print:pb-0">
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
