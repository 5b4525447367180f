// Says aloud how old the screen is once the server has not been heard. Hatched, because dimming says nothing.

import type { Freshness } from './live-state.ts';
import { formatClock, formatSpan, t } from './locale.ts';

export interface StaleBannerProps {
  readonly freshness: Freshness;
}

export function StaleBanner({ freshness }: StaleBannerProps) {
  if (!freshness.stale) return null;
  return (
    <div role="status" className="flex items-stretch overflow-hidden rounded-control bg-amber-tint text-ink">
      <span className="hatch-amber w-8 shrink-0" aria-hidden="true" />
      <p className="px-4 py-2.5 font-[560]">
        {freshness.lastHeardAt === undefined || freshness.silentMs === undefined
          ? t('kit.never-heard')
          : t('kit.last-heard', {
              span: formatSpan(freshness.silentMs),
              time: formatClock(freshness.lastHeardAt),
            })}
      </p>
    </div>
  );
}
