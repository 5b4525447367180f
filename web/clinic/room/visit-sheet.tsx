// The checks of one visit, one after the other, each on the sheet it has by itself.
import { useState } from 'react';
import type { CheckKind } from '#dosing-session/due-checks.ts';
import { Button } from '#web/kit/button.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { EffectSheet, LineSheet } from './drip-sheets.tsx';
import { checkTitles } from './due-items.ts';
import { PerceptionSheet } from './felt-sheets.tsx';
import { OnsetSheet } from './onset-sheet.tsx';
import { useRoom } from './room-context.ts';
import { useVisitWalk, VisitSteps, VisitWalkContext } from './visit-walk.tsx';
import { Row } from './watch-and-write.tsx';

export function VisitSheet({ checks }: { readonly checks: readonly CheckKind[] }) {
  const { close } = useRoom();
  const [here, setHere] = useState(0);
  const [made, setMade] = useState<readonly CheckKind[]>([]);
  const kind = checks[here];
  if (kind === undefined) return null;
  const next = (isMade: boolean): void => {
    if (isMade) setMade([...made, kind]);
    if (here + 1 < checks.length) setHere(here + 1);
    else close();
  };
  return (
    <VisitWalkContext value={{ checks, here, made, next }}>
      <CheckSheet key={kind} kind={kind} />
    </VisitWalkContext>
  );
}

function CheckSheet({ kind }: { readonly kind: CheckKind }) {
  switch (kind) {
    case 'row':
      return <RowSheet />;
    case 'line':
      return <LineSheet />;
    case 'perception':
      return <PerceptionSheet />;
    case 'onset':
      return <OnsetSheet />;
    case 'effect':
      return <EffectSheet />;
  }
}

function RowSheet() {
  const { close } = useRoom();
  const walk = useVisitWalk();
  return (
    <Sheet
      open
      wide
      onClose={close}
      title={checkTitles.row}
      actions={<Button onClick={() => walk?.next(false)}>Not now</Button>}
    >
      <div className="flex flex-col gap-4">
        <VisitSteps />
        <Row onSaved={() => walk?.next(true)} />
      </div>
    </Sheet>
  );
}
