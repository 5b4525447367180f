// Light, sound and comfort: a scene sets them together, a tap changes one, and every change stands below with its time.
import { useState } from 'react';
import { settingInWords } from '#dosing-session/felt-words.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { comforts, lights, roomAsSet, scenes } from '#dosing-session/scenes.ts';
import { formatClock } from '#web/kit/locale.ts';
import { KeepSheet } from './keep-sheet.tsx';
import { comfortAsked } from './limits-said.ts';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices, tapClass } from './tap-choices.tsx';

export function SettingSheet() {
  const { state, room } = useRoom();
  const now = roomAsSet(state);
  const [sceneId, setSceneId] = useState<string>();
  const [music, setMusic] = useState('');
  const [light, setLight] = useState<string>();
  const [silence, setSilence] = useState<'silence' | 'sound'>();
  const [comfort, setComfort] = useState<readonly string[]>([]);
  const scene = scenes.find(({ id }) => id === sceneId);

  const choose = (id: string | undefined): void => {
    setSceneId(id);
    const chosen = scenes.find((one) => one.id === id);
    setLight(chosen?.light);
    setSilence(chosen === undefined ? undefined : chosen.silence ? 'silence' : 'sound');
    setComfort(chosen?.comfort ?? []);
  };
  const toggle = (one: string): void =>
    setComfort(comfort.includes(one) ? comfort.filter((each) => each !== one) : [...comfort, one]);
  const change = {
    ...(scene === undefined ? {} : { scene: scene.scene }),
    ...(music.trim() === '' ? {} : { music: music.trim() }),
    ...(light === undefined ? {} : { light }),
    ...(silence === undefined ? {} : { silence: silence === 'silence' }),
    ...(comfort.length === 0 ? {} : { comfort: [...comfort] }),
  };
  return (
    <KeepSheet
      title="Light, sound, comfort"
      verb="Changed now"
      facts={Object.keys(change).length === 0 ? 'Closed: nothing chosen' : [factOf('SettingChanged', change)]}
    >
      <p className="text-small text-ink-2">
        {comfortAsked(room.preparation) ?? 'Nothing was asked for beforehand'}.
        {now.scene !== undefined && ` Now: ${now.scene.fact.scene}, since ${formatClock(now.scene.at)}.`}
      </p>
      <TapChoices
        label="Scene"
        columns={3}
        choices={scenes.map(({ id, scene: name, light: lit, silence: hushed }) => ({
          value: id,
          label: name,
          detail: `${lit}, ${hushed ? 'silence' : 'sound'}`,
        }))}
        value={sceneId}
        onChange={choose}
      />
      <TapChoices
        label="Light"
        columns={3}
        choices={lights.map((value) => ({ value: value as string, label: value }))}
        value={light}
        onChange={setLight}
      />
      <TapChoices
        label="Sound"
        columns={2}
        choices={[
          { value: 'silence', label: 'Silence' },
          { value: 'sound', label: 'Sound' },
        ]}
        value={silence}
        onChange={setSilence}
      />
      <QuickWords
        label="Music"
        words={['Quieter', 'Louder', 'No voices', 'Something else']}
        value={music}
        onChange={setMusic}
      />
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-[560]">Comfort</legend>
        <div className="grid grid-cols-3 gap-2">
          {comforts.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={comfort.includes(one)}
              className={tapClass(comfort.includes(one))}
              onClick={() => toggle(one)}
            >
              <span className="font-sub">{one}</span>
            </button>
          ))}
        </div>
      </fieldset>
      {state.facts.SettingChanged.length > 0 && (
        <section aria-label="Changed so far">
          <h3 className="mb-1 font-[560]">Changed so far</h3>
          <ul className="flex flex-col">
            {state.facts.SettingChanged.toReversed().map(({ eventId, at, byName, fact }) => (
              <li key={eventId} className="border-b border-contour py-1.5 text-small last:border-b-0">
                <span className="figures">{formatClock(at)}</span> {settingInWords(fact)}, {byName}
              </li>
            ))}
          </ul>
        </section>
      )}
    </KeepSheet>
  );
}
