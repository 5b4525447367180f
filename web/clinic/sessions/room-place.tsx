// The bedside of one session, at its own address.
import { useParams } from '@tanstack/react-router';
import { RoomScreen } from '#web/clinic/room/room-screen.tsx';

export function RoomPlace() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId/room' });
  return <RoomScreen patientId={patientId} sessionId={sessionId} />;
}
