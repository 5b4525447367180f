// Whether the guide of a dose at home is there. Not heard from is never taken for there.
import type { HomeGuide } from '#api/home.ts';
import { formatClock } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';

export function GuideLine({ guide }: { readonly guide: HomeGuide }) {
  const { state, words } = said(guide);
  return <StateWord state={state} word={`${guide.name} guides: ${words}`} />;
}

function said({ place, presence }: HomeGuide): { readonly state: State; readonly words: string } {
  switch (presence.state) {
    case 'not-heard-yet':
      return { state: 'unknown', words: 'not heard from yet' };
    case 'here':
      return {
        state: 'checked',
        words: `${place === 'in-the-house' ? 'in the house' : 'on the line'} since ${formatClock(presence.since)}`,
      };
    case 'silent':
      return { state: 'stale', words: `not heard from since ${formatClock(presence.since)}` };
    case 'left':
      return { state: 'not-met', words: `gone since ${formatClock(presence.since)}` };
  }
}
