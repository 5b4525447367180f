// When it was true: now, or another time that is typed. Late entry is ordinary, and both times are kept.
import { useState } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Button } from '#web/kit/button.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { serverNow } from '#web/kit/live.ts';
import { momentOf, pickedOf } from '#web/kit/local-moment.ts';
import { currentZone } from '#web/kit/locale.ts';

export interface WhenFieldProps {
  /** Nothing means now. */
  readonly onChange: (at: Instant | undefined) => void;
}

export function WhenField({ onChange }: WhenFieldProps) {
  const [picked, setPicked] = useState<string>();
  if (picked === undefined) {
    return (
      <div>
        <Button variant="quiet" size="row" onClick={() => setPicked(pickedOf(serverNow(), currentZone()))}>
          It was at another time
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-1">
      <DateTimeField
        kind="datetime-local"
        label="When it was"
        value={picked}
        max={pickedOf(serverNow(), currentZone())}
        onChange={(next) => {
          setPicked(next);
          onChange(momentOf(next, currentZone()));
        }}
      />
      <Button
        variant="quiet"
        size="row"
        onClick={() => {
          setPicked(undefined);
          onChange(undefined);
        }}
      >
        Use now
      </Button>
    </div>
  );
}
