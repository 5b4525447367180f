// The bedside of one session, at its own address. A session at home has no bed here, and shows its remote room.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getSession } from '#api/dosing-sessions.ts';
import { HomeRoomPage } from '#web/clinic/home/home-room-page.tsx';
import { RoomScreen } from '#web/clinic/room/room-screen.tsx';
import { ask } from '#web/kit/api-client.ts';

export function RoomPlace() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId/room' });
  // The same question, by the same name, as the room asks itself.
  const { data } = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => ask(getSession, { params: { patientId, sessionId } }),
  });
  if (data?.edition?.route === 'home') return <HomeRoomPage patientId={patientId} sessionId={sessionId} />;
  return <RoomScreen patientId={patientId} sessionId={sessionId} />;
}
