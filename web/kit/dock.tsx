// The patient's places and the way to a person, always under the thumb.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { PlaceLink } from './place-link.tsx';

export interface DockPlace {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
}

export interface DockProps {
  readonly places: readonly DockPlace[];
  readonly onGo: (href: string) => void;
  readonly help: ReactNode;
}

/** Where letters are so large that the places would cover half the screen, they end the page and only the way to a person stays. */
export function Dock({ places, onGo, help }: DockProps) {
  return (
    <div className="not-on-paper sticky inset-x-0 bottom-0 z-10 [@media(max-height:28rem)]:static border-t border-contour bg-surface pb-[env(safe-area-inset-bottom)] max-[18rem]:contents">
      <div className="mx-auto flex max-w-140 flex-wrap items-stretch gap-2 px-3 py-2 max-[18rem]:contents">
        <nav
          aria-label={t('kit.places')}
          className="flex-[1_1_auto] max-[18rem]:border-t max-[18rem]:border-contour max-[18rem]:bg-surface max-[18rem]:px-3"
        >
          <ul className="flex h-full flex-wrap justify-between">
            {places.map((place) => (
              <li key={place.href} className="flex-1">
                <PlaceLink
                  place={place}
                  onGo={onGo}
                  className={classNames(
                    'press flex min-h-14 min-w-12 flex-col items-center justify-center gap-1 rounded-control text-tag no-underline',
                    place.current ? 'font-sub text-ink' : 'text-ink-2',
                  )}
                >
                  {place.icon}
                  <span>{place.label}</span>
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-[4_1_6.75rem] tablet:max-w-44 items-stretch *:w-full max-[18rem]:sticky max-[18rem]:bottom-0 max-[18rem]:z-10 max-[18rem]:flex-none max-[18rem]:border-t max-[18rem]:border-contour max-[18rem]:bg-surface max-[18rem]:p-2">
          {help}
        </div>
      </div>
    </div>
  );
}
