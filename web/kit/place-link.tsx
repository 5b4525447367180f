// A way to a place of the app: followed without loading the page anew, and with a key held in a tab of its own.
import type { ReactNode } from 'react';

export interface PlaceLinkProps {
  readonly place: { readonly href: string; readonly current: boolean };
  readonly onGo: (href: string) => void;
  readonly className: string;
  readonly children: ReactNode;
}

export function PlaceLink({ place, onGo, className, children }: PlaceLinkProps) {
  return (
    <a
      href={place.href}
      aria-current={place.current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onGo(place.href);
      }}
      className={className}
    >
      {children}
    </a>
  );
}
