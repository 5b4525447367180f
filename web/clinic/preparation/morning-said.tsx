// The person’s own words of this morning beside a line of the gate. Whoever settles the line asks again.
import type { PreparationItem } from '#api/preparation.ts';
import type { Condition } from '#clinical/gate.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { formatTime } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { morningOf, saidOn } from './morning-words.ts';

export interface MorningSaidProps {
  readonly items: readonly PreparationItem[];
  readonly on: readonly Condition[];
  readonly now: Instant;
  readonly zone: ZoneId;
}

export function MorningSaid({ items, on, now, zone }: MorningSaidProps) {
  const morning = morningOf(items, now, zone);
  const said = morning === undefined ? [] : on.flatMap((condition) => saidOn(condition, morning.body));
  if (morning === undefined || said.length === 0)
    return <p className="text-small text-ink-2">They said nothing of this themselves this morning.</p>;
  return (
    <section aria-label="Said this morning" className="sand-fill rounded-card bg-sand px-4 py-3 text-on-sand">
      <p className="text-small font-[560]">
        They said at {formatTime(morning.at, zone)}, on their phone. Ask again
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {said.map(({ words, isSure }) => (
          <li key={words}>
            {isSure ? (
              <span className="own-words">{words}</span>
            ) : (
              <StateWord state="unknown" word={<span className="own-words">{words}</span>} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
