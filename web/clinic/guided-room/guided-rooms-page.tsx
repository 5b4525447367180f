// A guide's first page: who is in which room now.
import { Link } from '@tanstack/react-router';
import { listGuidedRooms } from '#api/guided-room.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { phaseWords } from './phase-words.ts';

export function GuidedRoomsPage() {
  const me = useMe();
  return (
    <DeskPage title="Rooms" lead="Whom you may sit with now.">
      {me.onShift ? <Rooms /> : <StartShiftBlock />}
    </DeskPage>
  );
}

function Rooms() {
  const asked = useAnswer(['guided-rooms'], listGuidedRooms);
  return (
    <Heard of={asked}>
      {({ rooms }) =>
        rooms.length === 0 ? (
          <EmptyState>No one is in a room yet. Whoever arrives stands here.</EmptyState>
        ) : (
          <ul className="grid gap-4 tablet:grid-cols-2">
            {rooms.map(({ sessionId, patientId, patientFirstName, roomName, phase }) => (
              <li key={sessionId}>
                <Card title={`${roomName}: ${patientFirstName}, ${phaseWords[phase]}`}>
                  <Link
                    to="/guided-rooms/$patientId/$sessionId"
                    params={{ patientId, sessionId }}
                    className={buttonClass({ variant: 'primary' })}
                  >
                    Sit with {patientFirstName}
                  </Link>
                </Card>
              </li>
            ))}
          </ul>
        )
      }
    </Heard>
  );
}
