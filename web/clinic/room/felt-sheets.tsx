// What they feel and what is seen of it: their own word and the watcher's side by side, and what is common under the drug.
import { useState } from 'react';
import { mostPerceptualChange } from '#clinical/monitoring/perceptual-change.ts';
import { ExperienceTag, type SessionFact, type WhoseWord } from '#dosing-session/events.ts';
import { experienceWords } from '#dosing-session/felt-words.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { formatClock } from '#web/kit/locale.ts';
import { KeepSheet } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { slotMinuteOf } from './row-facts.ts';
import { TapChoices, tapClass } from './tap-choices.tsx';

/** The moment is taken once, so that all ratings of one look share it, and the check it answers. */
function useOneLook(): { readonly at: number; readonly slot: { readonly slotMinute?: number } } {
  const { state, edition, now } = useRoom();
  const [at] = useState(now);
  const slotMinute = slotMinuteOf(at, { state, edition, now });
  return { at, slot: slotMinute === undefined ? {} : { slotMinute: Math.round(slotMinute) } };
}

type Away = 'none' | 'mild' | 'strong';

export function FeelingsSheet() {
  const { at, slot } = useOneLook();
  const [distress, setDistress] = useState<Partial<Record<WhoseWord, number | undefined>>>({});
  const [away, setAway] = useState<Partial<Record<WhoseWord, Away | undefined>>>({});
  const [nausea, setNausea] = useState<number>();
  const whose = ['said', 'seen'] as const;
  const facts: readonly SessionFact[] = [
    ...whose.flatMap((one) => {
      const score = distress[one];
      return score === undefined ? [] : [factOf('DistressRated', { score, whose: one, ...slot })];
    }),
    ...whose.flatMap((one) => {
      const level = away[one];
      return level === undefined ? [] : [factOf('DissociationRated', { level, whose: one, ...slot })];
    }),
    ...(nausea === undefined ? [] : [factOf('NauseaRated', { score: nausea, ...slot })]),
  ];
  return (
    <KeepSheet
      title="How it feels"
      verb={`Save at ${formatClock(at)}`}
      options={{ effectiveAt: at }}
      facts={facts.length === 0 ? 'Closed: nothing chosen' : facts}
    >
      {whose.map((one) => (
        <TapChoices
          key={one}
          label={one === 'said' ? 'Distress they say, 0 none to 10 the most' : 'Distress you see'}
          columns={6}
          choices={Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }))}
          value={distress[one]}
          onChange={(score) => setDistress({ ...distress, [one]: score })}
        />
      ))}
      {whose.map((one) => (
        <TapChoices<Away>
          key={one}
          label={one === 'said' ? 'How far away they say they are' : 'How far away they seem'}
          columns={3}
          choices={[
            { value: 'none', label: 'Here' },
            { value: 'mild', label: 'A little away' },
            { value: 'strong', label: 'Far away' },
          ]}
          value={away[one]}
          onChange={(level) => setAway({ ...away, [one]: level })}
        />
      ))}
      <TapChoices
        label="Nausea"
        columns={4}
        choices={['none', 'mild', 'moderate', 'severe'].map((detail, value) => ({
          value,
          label: String(value),
          detail,
        }))}
        value={nausea}
        onChange={setNausea}
      />
    </KeepSheet>
  );
}

/** What is common and passes: one tap each, no alarm, beside the row it was seen at. */
export function ExperienceSheet() {
  const { at, slot } = useOneLook();
  const [tags, setTags] = useState<readonly ExperienceTag[]>([]);
  const toggle = (tag: ExperienceTag): void =>
    setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
  return (
    <KeepSheet
      title="What is seen"
      verb={`Note at ${formatClock(at)}`}
      options={{ effectiveAt: at }}
      facts={
        tags.length === 0
          ? 'Closed: nothing chosen'
          : [factOf('ExperienceNoted', { tags: [...tags], ...slot })]
      }
    >
      <p>Common under the drug, and it passes. Nobody is asked anything for this.</p>
      <div className="grid grid-cols-2 gap-2">
        {ExperienceTag.options.map((tag) => (
          <button
            key={tag}
            type="button"
            aria-pressed={tags.includes(tag)}
            className={tapClass(tags.includes(tag))}
            onClick={() => toggle(tag)}
          >
            <span className="font-sub first-letter:uppercase">{experienceWords[tag]}</span>
          </button>
        ))}
      </div>
    </KeepSheet>
  );
}

/** Seen from outside, so that nobody is asked anything under the drug. */
export function PerceptionSheet() {
  const { at, slot } = useOneLook();
  const [score, setScore] = useState<number>();
  const unseen = -1;
  return (
    <KeepSheet
      title="What they see and hear"
      verb={`Save at ${formatClock(at)}`}
      options={{ effectiveAt: at }}
      facts={
        score === undefined
          ? 'Closed: nothing chosen'
          : [factOf('PerceptionRated', { score: score === unseen ? null : score, ...slot })]
      }
    >
      <p>Watch, and do not ask. From what they say and do by themselves, how changed does it seem?</p>
      <TapChoices
        label="0 as always, 10 nothing is as it was"
        columns={4}
        choices={[
          ...Array.from({ length: mostPerceptualChange.value + 1 }, (_, value) => ({
            value,
            label: String(value),
          })),
          { value: unseen, label: 'Cannot tell' },
        ]}
        value={score}
        onChange={setScore}
      />
    </KeepSheet>
  );
}
