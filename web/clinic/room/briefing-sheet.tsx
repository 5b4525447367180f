// Person to person at the door: what whoever takes them home must know tonight, gone through from the very card they keep.
import { useState } from 'react';
import { afterCare } from '#clinical/discharge/after-care.ts';
import { type AfterCareTopic, afterCareTopics } from '#clinical/discharge/leaving-parts.ts';
import type { FactOf } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { KeepSheet } from './keep-sheet.tsx';
import { QuickWords } from './quick-words.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';
import { TapList } from './tap-list.tsx';

type Card = FactOf<'HandOverBriefed'>['card'];

const cards: readonly { readonly value: Card; readonly label: string }[] = [
  { value: 'by-link', label: 'On their phone' },
  { value: 'on-paper', label: 'On paper' },
  { value: 'both', label: 'Both' },
  { value: 'not-given', label: 'Not given' },
];

const topicNames: Readonly<Record<AfterCareTopic, string>> = {
  driving: 'Driving',
  tonight: 'Tonight',
  food: 'Food and drink',
  normal: 'What is usual',
  call: 'When to call us',
  emergency: 'When to call the emergency number',
};

export function BriefingSheet() {
  const { state, edition, now, zone, firstName } = useRoom();
  const there = state.facts.EscortArrived.findLast(({ fact }) => fact.codeWordMatched)?.fact.name;
  const [name, setName] = useState(there ?? '');
  const [covered, setCovered] = useState<readonly AfterCareTopic[]>([]);
  const [card, setCard] = useState<Card>();
  const lines = afterCare(
    { edition, zone, leavesAt: now, wasSick: undefined, allergies: undefined, firstName },
    'companion',
  );
  return (
    <KeepSheet
      title="Gone through with them"
      verb="Save the briefing"
      facts={
        name.trim() === ''
          ? 'Closed: with whom'
          : covered.length === 0
            ? 'Closed: nothing gone through yet'
            : card === undefined
              ? 'Closed: how they have the card'
              : [
                  factOf('HandOverBriefed', {
                    name: name.trim(),
                    covered: afterCareTopics.filter((topic) => covered.includes(topic)),
                    card,
                  }),
                ]
      }
    >
      <QuickWords
        label="With whom"
        words={there === undefined ? [] : [there]}
        value={name}
        onChange={setName}
      />
      <TapList
        label="Tap what you went through"
        things={afterCareTopics.map((id) => ({
          id,
          name: topicNames[id],
          detail: lines
            .filter(({ topic }) => topic === id)
            .map(({ words }) => words.value.en)
            .join(' '),
        }))}
        tapped={covered}
        onChange={setCovered}
      />
      <TapChoices
        label="The card"
        hint="The same words stand on it. It asks nothing and names no treatment."
        columns={2}
        choices={cards}
        value={card}
        onChange={setCard}
      />
    </KeepSheet>
  );
}
