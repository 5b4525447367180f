// How this device rings, and a press to hear it.
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { canBuzz, chooseRing, type RingChoice, ringOnce, useRingAbility, useRingChoice } from './ringer.ts';

export function RingChoiceForm() {
  const choice = useRingChoice();
  const ability = useRingAbility();
  return (
    <div className="flex flex-col items-start gap-3 border-t border-contour pt-5">
      <ChoiceGroup<RingChoice>
        label="When a patient calls, this device"
        value={choice}
        onChange={chooseRing}
        choices={[
          { value: 'sound', label: 'Sounds and buzzes' },
          { value: 'buzz', label: 'Only buzzes' },
        ]}
      />
      <p className="text-small text-ink-2">
        {ability === 'no-sound' ? 'This device cannot sound. ' : ''}
        {canBuzz() ? '' : 'This device cannot buzz. '}
        While it shows a room it never sounds.
      </p>
      <Button onClick={() => ringOnce({ urgent: true, sound: true })}>Ring once now</Button>
    </div>
  );
}
