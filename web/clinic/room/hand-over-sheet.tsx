// The watch goes from one person to another: the one who watches offers it, the one who takes it says so on their own sign-in.
// Until then the first watches on.
import { useState } from 'react';
import type { GivenHow } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { openOffer, type Watch, watcherOf } from '#dosing-session/watch.ts';
import { CareWishLine } from '#web/clinic/patients/care-wish.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { AnswerSheet, KeepSheet } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';
import { TeamChoice } from './team-choice.tsx';

export function HandOverSheet() {
  const { facts, isDrill, room, state } = useRoom();
  const { me } = facts;
  const watcher = watcherOf(state);
  const offer = openOffer(state);
  if (watcher === undefined)
    return (
      <AnswerSheet
        title="Who watches"
        answers={[
          {
            words: `I watch: ${me.name}`,
            facts: [factOf('MonitorAssigned', { practitionerId: me.id, name: me.name })],
          },
        ]}
      >
        {!isDrill && <CareWishLine patientId={room.patientId} />}
        <p>The one who watches says so on their own sign-in. Nobody is put down for another.</p>
      </AnswerSheet>
    );
  if (watcher.id !== me.id) return <TakeSheet from={watcher} />;
  if (offer === undefined) return <OfferSheet from={watcher} />;
  return (
    <AnswerSheet
      title={`Offered to ${offer.fact.toName}`}
      answers={[
        {
          words: 'I watch on',
          detail: 'The offer is taken back',
          facts: [factOf('EnteredInError', { targetEventId: offer.eventId, reason: 'Taken back' })],
        },
      ]}
    >
      <p>
        Since {formatClock(offer.at)}, and not taken yet. You watch until {offer.fact.toName} takes it on
        their own sign-in.
      </p>
    </AnswerSheet>
  );
}

function OfferSheet({ from }: { readonly from: Watch }) {
  const { isDrill, room } = useRoom();
  const [to, setTo] = useState<{ readonly id: string; readonly name: string }>();
  const [note, setNote] = useState('');
  const words = note.trim();
  return (
    <KeepSheet
      title="Hand over"
      verb={to === undefined ? 'Offer the watch' : `Offer the watch to ${to.name}`}
      facts={
        to === undefined
          ? 'Closed: to whom'
          : [
              factOf('HandOverOffered', {
                fromId: from.id,
                fromName: from.name,
                toId: to.id,
                toName: to.name,
                ...(words === '' ? {} : { note: words }),
              }),
            ]
      }
    >
      {!isDrill && <CareWishLine patientId={room.patientId} />}
      <p>They take it on their own sign-in. Until then you watch.</p>
      <TeamChoice label="To whom" without={[from.id]} value={to} onChange={setTo} />
      <TextArea label="What they need to know" optional value={note} onChange={setNote} rows={2} />
    </KeepSheet>
  );
}

function TakeSheet({ from }: { readonly from: Watch }) {
  const { facts, state } = useRoom();
  const { me } = facts;
  const offer = openOffer(state);
  const isOffered = offer?.fact.toId === me.id;
  const [given, setGiven] = useState<GivenHow | undefined>(isOffered ? 'own-sign-in' : undefined);
  const [why, setWhy] = useState('');
  const words = why.trim();
  const isUnasked = given === 'could-not-be-asked';
  const missing =
    given === undefined
      ? `Closed: did ${from.name} say so`
      : isUnasked && words === ''
        ? 'Closed: why they could not be asked'
        : undefined;
  return (
    <KeepSheet
      title={`Take over from ${from.name}`}
      verb="I watch from now on"
      facts={
        missing ?? [
          factOf('MonitorHandedOver', {
            fromId: from.id,
            fromName: from.name,
            toId: me.id,
            toName: me.name,
            given: given ?? 'aloud',
            ...(words === '' ? {} : { note: words }),
          }),
        ]
      }
    >
      <p>
        {from.name} watches since {formatClock(from.since)}
        {isOffered ? `, and offered you the watch at ${formatClock(offer.at)}.` : '.'}
      </p>
      {isOffered && offer.fact.note !== undefined && (
        <p className="rounded-card bg-shallow px-4 py-3">{offer.fact.note}</p>
      )}
      {!isOffered && (
        <TapChoices
          label={`Did ${from.name} say so?`}
          columns={2}
          choices={[
            { value: 'aloud' as const, label: 'Yes, aloud to me' },
            { value: 'could-not-be-asked' as const, label: 'Could not be asked' },
          ]}
          value={given}
          onChange={setGiven}
        />
      )}
      {isUnasked && <TextArea label="Why" value={why} onChange={setWhy} rows={2} />}
    </KeepSheet>
  );
}
