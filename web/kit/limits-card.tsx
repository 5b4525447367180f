// What a person said before: touch, words, waking, afterwards. In the room a limit can be made tighter, never looser.
import './card-words.ts';
import { Shield } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from './locale.ts';

export interface LimitsCardProps {
  readonly name: string;
  /** How they come today; not shown when nothing was said. */
  readonly mind?: string | undefined;
  readonly touch?: string | undefined;
  readonly say?: string | undefined;
  readonly wakeMeIf?: string | undefined;
  readonly people?: string | undefined;
  readonly recording?: string | undefined;
  /** What makes a limit tighter; there is nothing to loosen one. */
  readonly actions?: ReactNode;
}

export function LimitsCard({
  name,
  mind,
  touch,
  say,
  wakeMeIf,
  people,
  recording,
  actions,
}: LimitsCardProps) {
  const lines = [
    ['kit.limits-touch', touch],
    ['kit.limits-say', say],
    ['kit.limits-wake', wakeMeIf],
    ['kit.limits-people', people],
    ['kit.limits-recording', recording],
  ] as const;
  return (
    <section className="sand-fill rounded-card bg-sand px-4 py-3 text-on-sand">
      <h2 className="mb-1 flex items-center gap-2.5 text-small font-[560]">
        <Shield size={22} strokeWidth={1.9} aria-hidden="true" />
        {t('kit.limits-title', { name })}
      </h2>
      <dl className="font-serif text-body">
        {mind !== undefined && (
          <div>
            <dt className="inline font-[640]">{t('kit.limits-mind')}: </dt>
            <dd className="inline">{mind}</dd>
          </div>
        )}
        {lines.map(([id, words]) => (
          <div key={id}>
            <dt className="inline font-[640]">{t(id)}: </dt>
            <dd className="inline">
              {words ?? <span className="font-sans text-small">{t('kit.limits-none')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {actions !== undefined && <div className="mt-3 grid grid-cols-3 gap-2">{actions}</div>}
    </section>
  );
}
