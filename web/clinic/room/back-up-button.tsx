// The way to the medical back-up, in the head of the room: one tap from wherever one is.
import { latest } from '#dosing-session/state.ts';
import { Button } from '#web/kit/button.tsx';
import { useRoom } from './room-context.ts';

export function BackUpButton() {
  const { state, stage, edition, open } = useRoom();
  const isHere = stage === 'settling' || stage === 'dosing' || stage === 'recovering';
  if (!isHere || edition.route === 'home') return null;
  const named = latest(state, 'BackUpNamed');
  return (
    <Button
      variant={named === undefined ? 'plain' : 'lamp'}
      className="min-h-14!"
      onClick={() => open({ kind: 'back-up' })}
    >
      {named === undefined ? (
        'No back-up named'
      ) : (
        <span>
          Back-up<span className="only-read-aloud">: {named.fact.name}</span>
        </span>
      )}
    </Button>
  );
}
