// The way home, one question at a time, from fresh looks: nothing here is carried over from before the dose.
import { useState } from 'react';
import type { FactOf, FeelsNow } from '#dosing-session/events.ts';
import { feelsPairs, feelsWords, talkWords } from '#dosing-session/felt-words.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { openSymptoms } from '#dosing-session/symptoms.ts';
import { RideTold } from '#web/clinic/ride-told.tsx';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { NumberField } from '#web/kit/number-field.tsx';
import { BriefingSheet } from './briefing-sheet.tsx';
import { AnswerSheet, KeepSheet } from './keep-sheet.tsx';
import { LeavingTalkSheet } from './leaving-talk-sheet.tsx';
import { talkAsked } from './limits-said.ts';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import type { WayHomeStepId } from './steps.ts';
import { TapChoices, tapClass } from './tap-choices.tsx';

export function WayHomeSheet({ step }: { readonly step: WayHomeStepId }) {
  switch (step) {
    case 'recovery':
      return (
        <AnswerSheet
          title="Rest began"
          answers={[{ words: 'Resting now', facts: [factOf('RecoveryStarted', {})] }]}
        >
          <p>Rest has a least length and no greatest. Nobody is hurried out.</p>
        </AnswerSheet>
      );
    case 'line':
      return (
        <AnswerSheet
          title="Line out"
          answers={[{ words: 'Line is out', facts: [factOf('LineRemoved', {})] }]}
        />
      );
    case 'symptoms':
      return <SymptomsAskedSheet />;
    case 'aldrete':
      return <AldreteSheet />;
    case 'orientation':
      return <OrientationSheet />;
    case 'gait':
      return (
        <AnswerSheet
          title="Walking"
          answers={[
            { words: 'Steady', facts: [factOf('GaitChecked', { result: 'steady' })] },
            { words: 'With help', facts: [factOf('GaitChecked', { result: 'needs-help' })] },
            { words: 'Not steady', facts: [factOf('GaitChecked', { result: 'unsteady' })] },
          ]}
        >
          <p>Walk a few steps beside them and turn once.</p>
        </AnswerSheet>
      );
    case 'instructions':
      return (
        <AnswerSheet
          title="Instructions said back"
          answers={[
            { words: 'All of it', facts: [factOf('InstructionsRepeatedBack', { result: 'all' })] },
            { words: 'Part of it', facts: [factOf('InstructionsRepeatedBack', { result: 'part' })] },
            { words: 'Could not', facts: [factOf('InstructionsRepeatedBack', { result: 'none' })] },
          ]}
        >
          <Instructions />
        </AnswerSheet>
      );
    case 'rest-of-drug':
      return <RestOfDrugSheet />;
    case 'refreshment':
      return <RefreshmentSheet />;
    case 'talk':
      return <TalkWishSheet />;
    case 'feels':
      return <FeelsNowSheet />;
    case 'leaving-talk':
      return <LeavingTalkSheet />;
    case 'belongings':
      return (
        <AnswerSheet
          title="Belongings"
          answers={[{ words: 'All given back', facts: [factOf('BelongingsReturned', {})] }]}
        />
      );
    case 'escort':
      return <EscortSheet />;
    case 'hand-over':
      return <BriefingSheet />;
    case 'readings':
      return null;
  }
}

/** Written here, it reaches the drug book by itself; another person says there that they saw it. */
function RestOfDrugSheet() {
  const [amount, setAmount] = useState<{ readonly text: string; readonly mg: number | undefined }>({
    text: '',
    mg: undefined,
  });
  const { text, mg } = amount;
  return (
    <KeepSheet
      title="What is left of the drug"
      facts={
        text === ''
          ? [factOf('DrugWasted', { mg: 0 })]
          : mg !== undefined && mg > 0
            ? [factOf('DrugWasted', { mg, manner: 'into the drug bin' })]
            : 'Give the milligrams'
      }
      verb={text === '' ? 'Nothing was left' : `Wasted ${text} mg`}
    >
      <NumberField
        label="Wasted into the drug bin"
        unit="mg"
        name="mg"
        text={text}
        onChange={(typed, read) => setAmount({ text: typed, mg: read })}
      />
      <p>Leave it empty when nothing was left. A second person confirms a waste on their own device.</p>
    </KeepSheet>
  );
}

/** Asked beforehand on paper or phone; what was wished then stands above what is wished now. */
function TalkWishSheet() {
  const { room, firstName } = useRoom();
  const before = talkAsked(room.preparation);
  return (
    <AnswerSheet
      title="Talk or quiet now"
      answers={(['talk', 'quiet', 'not-sure'] as const).map((answer) => ({
        words: `${firstName} ${talkWords[answer]}`,
        facts: [factOf('TalkWishAsked', { answer })],
      }))}
    >
      <p>
        {before === undefined
          ? 'Beforehand nothing was said about it.'
          : `Beforehand: ${before} It may be another wish now.`}
      </p>
    </AnswerSheet>
  );
}

/** Two taps: a word, and save. Each word stands beside its opposite. */
function FeelsNowSheet() {
  const { firstName } = useRoom();
  const [feels, setFeels] = useState<readonly FeelsNow[]>([]);
  const choose = (one: FeelsNow, other: FeelsNow): void =>
    setFeels(
      feels.includes(one)
        ? feels.filter((each) => each !== one)
        : [...feels.filter((each) => each !== other), one],
    );
  return (
    <KeepSheet
      title="How they are now"
      verb="Save their words"
      facts={feels.length === 0 ? 'Closed: no word yet' : [factOf('StateAfterSaid', { feels: [...feels] })]}
    >
      <p>Ask {firstName}: “How are you now?” Tap what they say. None of these is the right one.</p>
      <div className="grid grid-cols-2 gap-2">
        {feelsPairs.flatMap(([one, other]) =>
          (
            [
              [one, other],
              [other, one],
            ] as const
          ).map(([word, opposite]) => (
            <button
              key={word}
              type="button"
              aria-pressed={feels.includes(word)}
              className={tapClass(feels.includes(word))}
              onClick={() => choose(word, opposite)}
            >
              <span className="font-sub first-letter:uppercase">{feelsWords[word]}</span>
            </button>
          )),
        )}
      </div>
    </KeepSheet>
  );
}

/** One tap for each of the four ends. */
function RefreshmentSheet() {
  const offered = (drink: 'taken' | 'not-wanted', snack: 'taken' | 'not-wanted') => [
    factOf('RefreshmentOffered', { drink, snack }),
  ];
  return (
    <AnswerSheet
      title="Water, something light"
      answers={[
        { words: 'Drank and ate', facts: offered('taken', 'taken') },
        { words: 'Drank, did not want to eat', facts: offered('taken', 'not-wanted') },
        { words: 'Ate, did not want to drink', facts: offered('not-wanted', 'taken') },
        { words: 'Wanted neither', facts: offered('not-wanted', 'not-wanted') },
      ]}
    >
      <p>Ask what they cannot eat. If they feel sick: small sips first, then wait.</p>
    </AnswerSheet>
  );
}

function Instructions() {
  const { edition, firstName } = useRoom();
  return (
    <p>
      {edition.driving.text.value.en} Then ask {firstName} to say it in their own words.
    </p>
  );
}

function SymptomsAskedSheet() {
  const { state, open } = useRoom();
  const here = openSymptoms(state);
  return (
    <AnswerSheet
      title="Symptoms"
      answers={[{ words: 'Asked: none', facts: [factOf('SymptomsAsked', { answer: 'none' })] }]}
    >
      <p>“Is anything still there? Sick, dizzy, headache, afraid, anything else?”</p>
      {here.length > 0 && (
        <p className="font-[560]">
          Still open:{' '}
          {here.map((symptom) => `${symptom.symptom}, since ${formatClock(symptom.reportedAt)}`).join('; ')}.
          Say which are gone first.
        </p>
      )}
      <button
        type="button"
        onClick={() => open({ kind: 'symptoms' })}
        className="press min-h-15 cursor-pointer rounded-control border-[1.5px] border-edge font-sub"
      >
        Some: write them down
      </button>
    </AnswerSheet>
  );
}

type AldreteItem = keyof FactOf<'AldreteScored'>['items'];

const aldreteItems: readonly {
  readonly id: AldreteItem;
  readonly label: string;
  readonly points: readonly [string, string, string];
}[] = [
  { id: 'activity', label: 'Moves on request', points: ['none', 'two limbs', 'all four'] },
  { id: 'respiration', label: 'Breathing', points: ['none', 'shallow', 'deep, can cough'] },
  { id: 'circulation', label: 'Pressure against before', points: ['far off', 'some way off', 'close'] },
  { id: 'consciousness', label: 'Awake', points: ['no answer', 'when called', 'fully'] },
  {
    id: 'oxygenSaturation',
    label: 'Oxygen',
    points: ['low with oxygen', 'needs oxygen', 'good on room air'],
  },
];

function AldreteSheet() {
  const [items, setItems] = useState<Partial<Record<AldreteItem, number>>>({});
  const scored = aldreteItems.filter(({ id }) => items[id] !== undefined);
  const isWhole = scored.length === aldreteItems.length;
  const total = scored.reduce((sum, { id }) => sum + (items[id] ?? 0), 0);
  return (
    <KeepSheet
      title="Aldrete score"
      verb={`Save ${total} of ${aldreteItems.length * 2}`}
      facts={
        isWhole
          ? [factOf('AldreteScored', { items })]
          : `Closed: ${aldreteItems.length - scored.length} still to score`
      }
    >
      {aldreteItems.map(({ id, label, points }) => (
        <TapChoices
          key={id}
          label={label}
          columns={3}
          choices={points.map((detail, value) => ({ value, label: String(value), detail }))}
          value={items[id]}
          onChange={(value) => {
            const { [id]: _, ...rest } = items;
            setItems(value === undefined ? rest : { ...rest, [id]: value });
          }}
        />
      ))}
    </KeepSheet>
  );
}

const asked = [
  { id: 'person', label: 'Who they are' },
  { id: 'place', label: 'Where they are' },
  { id: 'time', label: 'What day it is' },
  { id: 'situation', label: 'Why they are here' },
] as const;

function OrientationSheet() {
  const [said, setSaid] = useState<Partial<Record<(typeof asked)[number]['id'], 'yes' | 'no'>>>({});
  const { person, place, time, situation } = said;
  const isWhole =
    person !== undefined && place !== undefined && time !== undefined && situation !== undefined;
  return (
    <KeepSheet
      title="Who, where, when"
      verb="Save the answers"
      facts={
        isWhole
          ? [
              factOf('OrientationChecked', {
                person: person === 'yes',
                place: place === 'yes',
                time: time === 'yes',
                situation: situation === 'yes',
              }),
            ]
          : 'Closed: ask all four'
      }
    >
      {asked.map(({ id, label }) => (
        <TapChoices
          key={id}
          label={label}
          columns={2}
          choices={[
            { value: 'yes', label: 'Says it' },
            { value: 'no', label: 'Cannot say it' },
          ]}
          value={said[id]}
          onChange={(value) => {
            const { [id]: _, ...rest } = said;
            setSaid(value === undefined ? rest : { ...rest, [id]: value });
          }}
        />
      ))}
    </KeepSheet>
  );
}

function EscortSheet() {
  const { state, room, firstName, isDrill } = useRoom();
  const promised = latest(state, 'EscortConfirmed')?.fact.name ?? room.record.cycle?.ride?.companionName;
  const [name, setName] = useState('');
  const [word, setWord] = useState<'matched' | 'not'>();
  const [shown, setShown] = useState(false);
  return (
    <KeepSheet
      title="Person at the door"
      verb={word === 'not' ? 'Save: word did not match' : 'Save: here, word matched'}
      variant={word === 'not' ? 'danger' : 'primary'}
      facts={
        name.trim() === ''
          ? 'Closed: who is at the door'
          : word === undefined
            ? 'Closed: ask for the code word'
            : [factOf('EscortArrived', { name: name.trim(), codeWordMatched: word === 'matched' })]
      }
    >
      {!isDrill && <RideTold patientId={room.patientId} cycleId={room.cycleId} />}
      <QuickWords
        label="Their name, as they say it"
        words={promised === undefined ? [] : [promised]}
        value={name}
        onChange={setName}
      />
      <TapChoices
        label="The code word"
        hint={
          room.codeWord === undefined
            ? `No link was sent, so no word was agreed. ${firstName} says if this is the right person.`
            : 'Let them say it first. Then look.'
        }
        columns={2}
        choices={[
          { value: 'matched', label: 'Said, and it matched' },
          { value: 'not', label: 'Not said, or another' },
        ]}
        value={word}
        onChange={setWord}
      />
      {room.codeWord !== undefined &&
        (shown ? (
          <p role="status" className="text-sub">
            The word is <strong className="font-serif">{room.codeWord}</strong>.
          </p>
        ) : (
          <Button variant="plain" wide onClick={() => setShown(true)}>
            They have said it: show the word
          </Button>
        ))}
    </KeepSheet>
  );
}

export function ReleaseSheet() {
  const { state, facts, close, firstName } = useRoom();
  const there = state.facts.EscortArrived.findLast(({ fact }) => fact.codeWordMatched)?.fact.name;
  const [name, setName] = useState('');
  const [relation, setRelation] = useState('');
  const isOpen = facts.leave?.open === true;
  return (
    <KeepSheet
      title={`${firstName} goes home`}
      verb={`Release to ${name.trim() === '' ? 'this person' : name.trim()}`}
      facts={
        !isOpen
          ? 'Closed: a line of the way home changed'
          : name.trim() === '' || relation.trim() === ''
            ? 'Closed: to whom, and who that is'
            : [factOf('PatientReleased', { toName: name.trim(), toRelation: relation.trim() })]
      }
      done={close}
    >
      <QuickWords
        label="To whom, by name"
        words={there === undefined ? [] : [there]}
        value={name}
        onChange={setName}
      />
      <QuickWords
        label="Who that is"
        words={['Family', 'Partner', 'Friend', 'Driver']}
        value={relation}
        onChange={setRelation}
      />
      <p className="text-small text-ink-2">From person to person: both are in the room when you press.</p>
    </KeepSheet>
  );
}
