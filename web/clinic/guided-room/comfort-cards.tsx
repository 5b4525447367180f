// What a guide changes and does for comfort: a limit made tighter, light and sound, and what was done beside the person.

import type { GuidedRoom } from '#api/guided-room.ts';
import { careActionWords } from '#dosing-session/care-actions.ts';
import type { LimitTopic, SessionFact } from '#dosing-session/events.ts';
import { comfortActions } from '#dosing-session/guided.ts';
import { tightened, tightest, tightestOf } from '#dosing-session/limits.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { lights, roomAsSet } from '#dosing-session/scenes.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { comfortAsked } from '#web/clinic/room/limits-said.ts';
import { settingNow } from '#web/clinic/room/people-card.tsx';
import { TapChoices } from '#web/clinic/room/tap-choices.tsx';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';

interface OfComfort {
  readonly comfort: SessionState;
}

const topics: readonly LimitTopic[] = ['touch', 'words', 'people'];

export function Tighten({
  comfort,
  onTighten,
}: OfComfort & { readonly onTighten: (fact: SessionFact) => void }) {
  return topics.map((topic) => {
    const now = tightened(comfort, topic);
    return (
      <Button
        key={topic}
        variant="sand"
        className="min-h-15"
        closed={
          now?.fact.text === tightest[topic] ? `${tightest[topic]}, since ${formatClock(now.at)}` : undefined
        }
        onClick={() => onTighten(tightestOf(topic))}
      >
        {tightest[topic]}
      </Button>
    );
  });
}

export function ComfortCard({
  room,
  comfort,
  onChange,
}: OfComfort & { readonly room: GuidedRoom; readonly onChange: (fact: SessionFact) => void }) {
  const setting = settingNow(comfort);
  const light = roomAsSet(comfort).light?.fact.light;
  return (
    <section className="flex flex-col gap-3 rounded-card bg-surface px-4 py-3">
      <h2 className="font-sub">Light and sound</h2>
      <p>{comfortAsked(room.preparation) ?? 'Nothing was asked for beforehand'}.</p>
      <p>{setting.words === undefined ? 'Not changed yet' : `Now: ${setting.words}`}.</p>
      <TapChoices
        label="Light"
        columns={3}
        choices={lights.map((value) => ({ value, label: value }))}
        value={lights.find((value) => value === light)}
        onChange={(value) => value !== undefined && onChange(factOf('SettingChanged', { light: value }))}
      />
      <TapChoices
        label="Sound"
        columns={2}
        choices={[
          { value: 'silence', label: 'Silence' },
          { value: 'sound', label: 'Sound' },
        ]}
        value={setting.silent ? 'silence' : undefined}
        onChange={(value) =>
          value !== undefined && onChange(factOf('SettingChanged', { silence: value === 'silence' }))
        }
      />
    </section>
  );
}

export function BesideCard({
  comfort,
  onDone,
}: OfComfort & { readonly onDone: (fact: SessionFact) => void }) {
  const done = comfort.facts.CareActionTaken.toReversed();
  return (
    <section className="flex flex-col gap-2 rounded-card bg-surface px-4 py-3">
      <h2 className="font-sub">What you did</h2>
      <div className="grid grid-cols-2 gap-2">
        {comfortActions.map((action) => (
          <Button
            key={action}
            variant="plain"
            className="min-h-15"
            onClick={() => onDone(factOf('CareActionTaken', { action }))}
          >
            {careActionWords[action]}
          </Button>
        ))}
      </div>
      <ul className="text-small">
        {done.map(({ eventId, at, fact }) => (
          <li key={eventId}>
            <span className="figures">{formatClock(at)}</span> {careActionWords[fact.action]}
          </li>
        ))}
      </ul>
    </section>
  );
}
