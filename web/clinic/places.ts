// Which places a role is shown. This only keeps dead links away; what anyone may do is decided by the server.
import type { Me } from './me.ts';

export type StaffRole = 'front-desk' | 'nurse' | 'prescriber' | 'therapist' | 'guide' | 'admin' | 'auditor';

interface Place {
  readonly to: string;
  readonly label: string;
  readonly roles: readonly StaffRole[];
  /** What is opened with one hand, in the corridor. */
  readonly onPhone?: true;
  /** Not opened every day: behind one word, so that the bar stays one line on a tablet. */
  readonly seldom?: true;
}

const floor: readonly StaffRole[] = ['front-desk', 'nurse', 'prescriber', 'therapist', 'admin'];

export const places: readonly Place[] = [
  { to: '/', label: 'Day', roles: floor, onPhone: true },
  { to: '/inquiries', label: 'Inquiries', roles: ['front-desk', 'admin'] },
  { to: '/patients', label: 'Patients', roles: floor, onPhone: true },
  { to: '/guided-rooms', label: 'Rooms', roles: ['guide'], onPhone: true },
  { to: '/schedule', label: 'Schedule', roles: floor },
  { to: '/board', label: 'Board', roles: floor, onPhone: true },
  { to: '/tasks', label: 'Tasks', roles: floor, onPhone: true },
  { to: '/messages', label: 'Messages', roles: ['nurse', 'prescriber', 'therapist'] },
  { to: '/stock', label: 'Drug cupboard', roles: ['nurse', 'prescriber', 'admin', 'auditor'] },
  { to: '/papers', label: 'Papers due', roles: ['front-desk', 'admin', 'auditor'] },
  { to: '/papers', label: 'Papers due', roles: ['nurse', 'prescriber'], seldom: true },
  { to: '/music', label: 'Music', roles: ['therapist', 'admin', 'auditor'], seldom: true },
  { to: '/on-call', label: 'On call', roles: floor, seldom: true },
  { to: '/site-details', label: 'Public pages', roles: ['front-desk', 'admin'], seldom: true },
  { to: '/downtime', label: 'Downtime', roles: ['front-desk', 'nurse', 'prescriber', 'admin'], seldom: true },
  {
    to: '/standing-orders',
    label: 'Standing orders',
    roles: ['nurse', 'prescriber', 'therapist', 'admin', 'auditor'],
    seldom: true,
  },
  { to: '/side-effects', label: 'Side effects', roles: ['prescriber', 'admin', 'auditor'], seldom: true },
  {
    to: '/drills',
    label: 'Drills',
    roles: ['nurse', 'prescriber', 'therapist', 'admin', 'auditor'],
    seldom: true,
  },
  { to: '/preparedness', label: 'Preparedness', roles: ['prescriber', 'admin', 'auditor'], seldom: true },
  { to: '/stories', label: 'Stories', roles: ['nurse', 'prescriber', 'therapist', 'admin'], seldom: true },
  { to: '/reading', label: 'Pages to read', roles: [...floor, 'auditor'], seldom: true },
  { to: '/about-me', label: 'About me', roles: [...floor, 'auditor'], seldom: true },
  { to: '/protocols', label: 'Protocols', roles: [...floor, 'auditor'], seldom: true },
];

export function has(me: Me, ...roles: readonly StaffRole[]): boolean {
  return roles.some((role) => me.roles.includes(role));
}

export function placesOf(me: Me): readonly Place[] {
  const mine = places.filter((place) => has(me, ...place.roles));
  return mine.filter((place, index) => mine.findIndex(({ to }) => to === place.to) === index);
}

/** Those who read a chart: the desk and the owner see names, times and stages only. */
export function readsChart(me: Me): boolean {
  return has(me, 'nurse', 'prescriber', 'therapist');
}

/** Those who open a session and write its facts. */
export function writesSession(me: Me): boolean {
  return has(me, 'nurse', 'prescriber');
}

const roleWords: Readonly<Record<StaffRole, string>> = {
  prescriber: 'prescriber',
  nurse: 'nurse',
  therapist: 'therapist',
  guide: 'guide',
  'front-desk': 'front desk',
  admin: 'admin',
  auditor: 'auditor',
};

export function roleWord(role: string): string {
  return roleWords[role as StaffRole] ?? role;
}

export function nameAndRole(me: Me): string {
  const role = (Object.keys(roleWords) as StaffRole[]).find((each) => me.roles.includes(each));
  return role === undefined ? me.name : `${me.name}, ${roleWords[role]}`;
}
