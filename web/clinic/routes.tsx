// The places of the clinic's side, each loaded when it is first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { BrokenPage } from './broken-page.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { RingBar } from './ring/ring-bar.tsx';
import { RingsElsewhere } from './rings/rings.tsx';
import { SoundDock } from './sound/sound-dock.tsx';

/** What a bedside needs with no network: fetched while there is one. */
export const bedside = [
  () => import('./sessions/room-place.tsx'),
  () => import('./board/board-screen.tsx'),
  () => import('./day/day-page.tsx'),
  () => import('./gate-sheet/gate-sheet-page.tsx'),
  () => import('./downtime/downtime-page.tsx'),
];

const root = createRootRoute({
  component: () => (
    // A page and what rings below it fill the screen together: a page that fits does not scroll.
    <div className="flex min-h-dvh flex-col print:block print:min-h-0">
      <div className="flex grow flex-col *:min-h-0! *:grow print:block">
        <Outlet />
      </div>
      <SoundDock />
      <RingsElsewhere />
      <RingBar />
    </div>
  ),
  notFoundComponent: NoSuchPage,
});

const day = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./day/day-page.tsx'), 'DayPage'),
});
const inquiries = createRoute({
  getParentRoute: () => root,
  path: '/inquiries',
  component: lazyRouteComponent(() => import('./inquiries/inquiries-page.tsx'), 'InquiriesPage'),
});
const inquiry = createRoute({
  getParentRoute: () => root,
  path: '/inquiries/$inquiryId',
  component: lazyRouteComponent(() => import('./inquiries/inquiry-page.tsx'), 'InquiryPage'),
});
const patients = createRoute({
  getParentRoute: () => root,
  path: '/patients',
  component: lazyRouteComponent(() => import('./patients/patients-page.tsx'), 'PatientsPage'),
});
const patient = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId',
  validateSearch: (search: Record<string, unknown>): { readonly tab?: string } =>
    typeof search['tab'] === 'string' ? { tab: search['tab'] } : {},
  component: lazyRouteComponent(() => import('./patients/patient-page.tsx'), 'PatientPage'),
});
const gateSheet = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/gate',
  component: lazyRouteComponent(() => import('./gate-sheet/gate-sheet-page.tsx'), 'GateSheetPage'),
});
const book = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/book',
  component: lazyRouteComponent(() => import('./schedule/book-page.tsx'), 'BookPage'),
});
const room = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/room',
  component: lazyRouteComponent(() => import('./sessions/room-place.tsx'), 'RoomPlace'),
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/home',
  component: lazyRouteComponent(() => import('./home/home-room-page.tsx'), 'HomeRoomPlace'),
});
const summary = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/summary',
  component: lazyRouteComponent(() => import('./sessions/after-visit-page.tsx'), 'AfterVisitPage'),
});
const evidence = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/evidence',
  component: lazyRouteComponent(() => import('./pathway/evidence-page.tsx'), 'EvidencePage'),
});
const decision = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/series/$seriesId/decision',
  component: lazyRouteComponent(() => import('./series/decision-page.tsx'), 'DecisionPage'),
});
const note = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/note',
  component: lazyRouteComponent(() => import('./papers/session-note-page.tsx'), 'SessionNotePage'),
});
const monitoringForm = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/form',
  component: lazyRouteComponent(() => import('./papers/monitoring-form-page.tsx'), 'MonitoringFormPage'),
});
const billing = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/billing',
  component: lazyRouteComponent(() => import('./papers/billing-evidence-page.tsx'), 'BillingEvidencePage'),
});
const papersDue = createRoute({
  getParentRoute: () => root,
  path: '/papers',
  component: lazyRouteComponent(() => import('./papers/papers-due-page.tsx'), 'PapersDuePage'),
});
const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./schedule/schedule-page.tsx'), 'SchedulePage'),
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('./board/board-screen.tsx'), 'BoardScreen'),
});
const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
});

const messages = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages/messages-page.tsx'), 'MessagesPage'),
});

const protocols = createRoute({
  getParentRoute: () => root,
  path: '/protocols',
  component: lazyRouteComponent(() => import('./protocols/protocols-page.tsx'), 'ProtocolsPage'),
});
const protocol = createRoute({
  getParentRoute: () => root,
  path: '/protocols/$editionId',
  component: lazyRouteComponent(() => import('./protocols/protocol-page.tsx'), 'ProtocolPage'),
});

const preparedness = createRoute({
  getParentRoute: () => root,
  path: '/preparedness',
  component: lazyRouteComponent(() => import('./preparation/preparedness-page.tsx'), 'PreparednessPage'),
});

const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  component: lazyRouteComponent(() => import('./stock/stock-page.tsx'), 'StockPage'),
});
const receive = createRoute({
  getParentRoute: () => root,
  path: '/stock/receive',
  component: lazyRouteComponent(() => import('./stock/receive-page.tsx'), 'ReceivePage'),
});
const countStock = createRoute({
  getParentRoute: () => root,
  path: '/stock/count',
  component: lazyRouteComponent(() => import('./stock/count-page.tsx'), 'CountPage'),
});
const drugBook = createRoute({
  getParentRoute: () => root,
  path: '/stock/book',
  component: lazyRouteComponent(() => import('./stock/book-page.tsx'), 'BookPage'),
});

const music = createRoute({
  getParentRoute: () => root,
  path: '/music',
  component: lazyRouteComponent(() => import('./music/music-page.tsx'), 'MusicPage'),
});

const downtime = createRoute({
  getParentRoute: () => root,
  path: '/downtime',
  component: lazyRouteComponent(() => import('./downtime/downtime-page.tsx'), 'DowntimePage'),
});
const fromPaper = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/sessions/$sessionId/paper',
  validateSearch: (search: Record<string, unknown>): { readonly sheet?: string } =>
    typeof search['sheet'] === 'string' ? { sheet: search['sheet'] } : {},
  component: lazyRouteComponent(() => import('./downtime/from-paper-page.tsx'), 'FromPaperPage'),
});

const standingOrders = createRoute({
  getParentRoute: () => root,
  path: '/standing-orders',
  component: lazyRouteComponent(
    () => import('./standing-orders/standing-orders-page.tsx'),
    'StandingOrdersPage',
  ),
});

const sideEffects = createRoute({
  getParentRoute: () => root,
  path: '/side-effects',
  component: lazyRouteComponent(() => import('./adverse-events/register-page.tsx'), 'RegisterPage'),
});

const drills = createRoute({
  getParentRoute: () => root,
  path: '/drills',
  component: lazyRouteComponent(() => import('./drills/drills-page.tsx'), 'DrillsPage'),
});
const drillRoom = createRoute({
  getParentRoute: () => root,
  path: '/drills/$drillId/room',
  component: lazyRouteComponent(() => import('./drills/drill-room-page.tsx'), 'DrillRoomPage'),
});
const drillRecord = createRoute({
  getParentRoute: () => root,
  path: '/drills/$drillId',
  component: lazyRouteComponent(() => import('./drills/drill-record-page.tsx'), 'DrillRecordPage'),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/visits/$appointmentId',
  component: lazyRouteComponent(() => import('./visit/visit-page.tsx'), 'VisitPage'),
});
const aboutMe = createRoute({
  getParentRoute: () => root,
  path: '/about-me',
  component: lazyRouteComponent(() => import('./about-me/about-me-page.tsx'), 'AboutMePage'),
});
const guidedRooms = createRoute({
  getParentRoute: () => root,
  path: '/guided-rooms',
  component: lazyRouteComponent(() => import('./guided-room/guided-rooms-page.tsx'), 'GuidedRoomsPage'),
});
const guidedRoom = createRoute({
  getParentRoute: () => root,
  path: '/guided-rooms/$patientId/$sessionId',
  component: lazyRouteComponent(() => import('./guided-room/guided-room-page.tsx'), 'GuidedRoomPlace'),
});
const pagesToRead = createRoute({
  getParentRoute: () => root,
  path: '/reading',
  component: lazyRouteComponent(() => import('./reading/pages-page.tsx'), 'PagesPage'),
});
const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  component: lazyRouteComponent(() => import('./stories/stories-page.tsx'), 'StoriesPage'),
});

const onCall = createRoute({
  getParentRoute: () => root,
  path: '/on-call',
  component: lazyRouteComponent(() => import('./on-call/on-call-page.tsx'), 'OnCallPage'),
});

const siteDetails = createRoute({
  getParentRoute: () => root,
  path: '/site-details',
  component: lazyRouteComponent(() => import('./site-details/site-details-page.tsx'), 'SiteDetailsPage'),
});

export const clinicRouter = createRouter({
  routeTree: root.addChildren([
    day,
    inquiries,
    inquiry,
    patients,
    patient,
    gateSheet,
    book,
    room,
    home,
    summary,
    evidence,
    decision,
    note,
    monitoringForm,
    billing,
    papersDue,
    schedule,
    board,
    tasks,
    messages,
    protocols,
    protocol,
    preparedness,
    stock,
    receive,
    countStock,
    drugBook,
    music,
    downtime,
    fromPaper,
    standingOrders,
    sideEffects,
    drills,
    drillRoom,
    drillRecord,
    visit,
    aboutMe,
    guidedRooms,
    guidedRoom,
    pagesToRead,
    stories,
    onCall,
    siteDetails,
  ]),
  basepath: '/clinic',
  defaultErrorComponent: BrokenPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof clinicRouter;
  }
}
