// Who may do what, as one table. A cell reads "relation:actions": r read, c create, u correct, s sign, x run, d delete.
// Relations: self (the patient), linked(scope) (a companion's dated link), care (on the care team, or on shift on a day
// this patient is here), shift (checked in today, for screens about the whole floor), tenant (same clinic), own (one's
// own sign-in and shift), author (wrote it), shared (was shown it). A cell that is not here is a no.

export const roles = [
  'patient',
  'companion',
  'front-desk',
  'nurse',
  'prescriber',
  'therapist',
  'guide',
  'admin',
  'auditor',
] as const;
export type RoleName = (typeof roles)[number];

export type Action = 'r' | 'c' | 'u' | 's' | 'x' | 'd';
export type RelationName = 'self' | 'linked' | 'care' | 'shift' | 'tenant' | 'own' | 'author' | 'shared';
export type CompanionScope =
  | 'day'
  | 'live-status'
  | 'outcomes'
  | 'safety'
  | 'report'
  | 'home-session'
  | 'home-guide'
  | 'words'
  | 'guest-room';

type Row = Partial<Record<RoleName, string>>;

export const policy = {
  demographics: {
    patient: 'self:ru',
    'front-desk': 'tenant:rcu',
    nurse: 'care:r',
    prescriber: 'care:r',
    therapist: 'care:r',
    admin: 'tenant:r',
  },
  // A search gives back only whom the person asking may know of: the desk everyone, a clinician those in their care.
  'patient-list': {
    'front-desk': 'tenant:r',
    nurse: 'own:r',
    prescriber: 'own:r',
    therapist: 'own:r',
    admin: 'tenant:r',
  },
  inquiry: { 'front-desk': 'tenant:rcu', admin: 'tenant:r' },
  schedule: {
    patient: 'self:rc',
    companion: 'linked(day):r',
    'front-desk': 'tenant:rcu',
    nurse: 'care:ru shift:r',
    prescriber: 'care:r shift:r',
    therapist: 'care:r shift:r',
    admin: 'tenant:r',
  },
  // Hours and prices on the public pages.
  'site-details': { 'front-desk': 'tenant:r', admin: 'tenant:ru' },
  // Who is called at which hours. Kept by whoever plans the shifts, read by everyone who may stand on it.
  'on-call-rota': {
    'front-desk': 'tenant:rcu',
    nurse: 'tenant:r',
    prescriber: 'tenant:r',
    therapist: 'tenant:r',
    admin: 'tenant:rcu',
  },
  ride: {
    patient: 'self:rcu',
    companion: 'linked(day):ru',
    'front-desk': 'tenant:rcu',
    nurse: 'care:ru',
    prescriber: 'care:r',
    therapist: 'care:r',
    admin: 'tenant:r',
  },
  // What the link itself shows, to the one who holds it and to nobody else.
  'companion-ride': { companion: 'linked(day):ru' },
  // How the person is in the days after, as whoever took them home sees it; the care team reads it in the record.
  'companion-check': { companion: 'linked(report):rc' },
  // A dose at home. The one who watches writes what they see and nothing else of the record; the address is for those who
  // would have to send someone there.
  'home-session': { companion: 'linked(home-session):rc' },
  // Whoever guides it says that they are there, and sees how it goes without a word of the record.
  'home-guide': { companion: 'linked(home-guide):rc' },
  'home-plan': { nurse: 'care:rcu', prescriber: 'care:rcu' },
  'home-address': { nurse: 'care:r', prescriber: 'care:r' },
  'home-ring': { nurse: 'own:r', prescriber: 'own:r' },
  // Who is called about a person, and who has it: for those on shift and those it called; and the person it is about is told.
  ring: { nurse: 'own:ru', prescriber: 'own:ru', therapist: 'own:ru' },
  'own-ring': { patient: 'self:r' },
  // What a supporter's own link shows, as far as the patient let it.
  'supporter-view': { companion: 'linked(report):r' },
  // A therapist reads it and changes one thing in it: a goal, together with the person whose it is.
  'health-record': { patient: 'self:rcu', nurse: 'care:rcu', prescriber: 'care:rcu', therapist: 'care:ru' },
  screening: { patient: 'self:rc', nurse: 'care:rc', prescriber: 'care:rcus', therapist: 'care:r' },
  'detected-issue': { nurse: 'care:r', prescriber: 'care:rcs', therapist: 'care:r' },
  order: { patient: 'self:r', nurse: 'care:rx', prescriber: 'care:rcus', therapist: 'care:r' },
  // What a series is and how far it has come; the desk books it without seeing what was ordered or why.
  'series-plan': {
    patient: 'self:r',
    'front-desk': 'tenant:r',
    nurse: 'care:r',
    prescriber: 'care:r',
    therapist: 'care:r',
  },
  // Where a series stops to ask. A prescriber decides; those who care read it, and the person reads their way out.
  'series-decision': { nurse: 'care:r', prescriber: 'care:rs', therapist: 'care:r' },
  'way-out': { patient: 'self:ru', nurse: 'care:r', prescriber: 'care:r', therapist: 'care:r' },
  'referral-place': {
    'front-desk': 'tenant:cu',
    prescriber: 'tenant:cu',
    therapist: 'tenant:cu',
    admin: 'tenant:cu',
  },
  'care-answer': { patient: 'self:r', nurse: 'care:r', prescriber: 'care:r', therapist: 'care:r' },
  'gate-sheet': { 'front-desk': 'tenant:r', nurse: 'care:r', prescriber: 'care:r' },
  'session-record': { patient: 'self:r', nurse: 'care:rcu', prescriber: 'care:rcu', therapist: 'care:r' },
  'session-phase': {
    patient: 'self:r',
    companion: 'linked(live-status):r',
    'front-desk': 'tenant:r',
    nurse: 'shift:r',
    prescriber: 'shift:r',
    therapist: 'shift:r',
    admin: 'tenant:r',
  },
  // Whoever sits with someone while it works: what keeps them comfortable, what they asked of us, and whether a nurse is asked.
  // No dose, no reading, nothing of the record; they write what they did beside the person and call for help.
  'guided-rooms': { guide: 'shift:r' },
  'guided-room': { guide: 'care:rc' },
  signal: {
    patient: 'self:x',
    companion: 'linked(report):x',
    nurse: 'care:x',
    prescriber: 'care:x',
    therapist: 'care:x',
  },
  // What rings on a device: only for those who answer calls, and only while they are on shift.
  'open-calls': { nurse: 'shift:r', prescriber: 'shift:r', therapist: 'shift:r' },
  'after-visit-summary': {
    patient: 'self:r',
    nurse: 'care:rs',
    prescriber: 'care:rs',
    therapist: 'care:r',
  },
  // The same evening for whoever takes them home, without a word of what was given, measured or felt.
  'companion-paper': { companion: 'linked(day):r' },
  // The note of a session is read by those who care for the person, signed by who gave the care, co-signed by a prescriber.
  'session-note': { nurse: 'care:rs', prescriber: 'care:rs', therapist: 'care:r' },
  'session-note-co-signature': { prescriber: 'care:s' },
  // Everything that is written about someone, for that person alone to take away.
  'record-export': { patient: 'self:c' },
  // Carried by the person it is about; their prescriber may make it with them.
  passport: { patient: 'self:c', prescriber: 'care:c' },
  'monitoring-form': { nurse: 'care:rus', prescriber: 'care:rus', therapist: 'care:r' },
  // Minutes, codes and what is on record, without a word about how anyone is.
  'billing-evidence': {
    nurse: 'care:r',
    prescriber: 'care:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  // Who has a paper to sign or to send, and by which day: names, days and clocks, no word of what is in them.
  'papers-due': {
    'front-desk': 'tenant:r',
    nurse: 'own:r',
    prescriber: 'own:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  // Anyone near may say that something went wrong; it is never refused.
  'adverse-event': {
    patient: 'self:rc',
    companion: 'linked(report):c',
    nurse: 'care:rc',
    prescriber: 'care:rc',
    therapist: 'care:rc',
  },
  // How it was graded, whom it must be told to, and the file that leaves the house; a prescriber signs what is grave.
  'adverse-event-assessment': { nurse: 'care:ru', prescriber: 'care:rus', therapist: 'care:r' },
  // All of them without a name.
  'adverse-event-register': { prescriber: 'tenant:r', admin: 'tenant:r', auditor: 'tenant:r' },
  release: { patient: 'self:r', companion: 'linked(day):r', nurse: 'care:rc', prescriber: 'care:rcs' },
  // Each fills in their own forms: which ones those are, the questionnaires decide.
  response: { patient: 'self:rc', nurse: 'care:rc', prescriber: 'care:rc', therapist: 'care:rc' },
  outcomes: {
    patient: 'self:r',
    companion: 'linked(outcomes):r',
    nurse: 'care:r',
    prescriber: 'care:r',
    therapist: 'care:r',
  },
  // What a person wishes to be told, how and when. Theirs alone to choose.
  'reminder-wishes': { patient: 'self:ru' },
  'own-words': { patient: 'self:rcud' },
  // A story for the public page: its teller's to tell and take back; those here read it first, without a name.
  'own-story': { patient: 'self:rcd' },
  story: { nurse: 'tenant:ru', prescriber: 'tenant:ru', therapist: 'tenant:ru', admin: 'tenant:ru' },
  // Papers a person photographed: theirs to add and remove; whoever read one says so.
  'brought-paper': { patient: 'self:rcd', nurse: 'care:rcu', prescriber: 'care:rcu', therapist: 'care:r' },
  // For a hard day: written by the person, or with a clinician who sits beside them, who also notes that they went through it.
  'safety-plan': { patient: 'self:ru', nurse: 'care:rcu', prescriber: 'care:rcu', therapist: 'care:rcu' },
  'shared-words': { nurse: 'care:r', prescriber: 'care:r', therapist: 'care:r' },
  // The same for the holder of a link, where the link was made to show words.
  'shown-words': { companion: 'linked(words):r' },
  // The therapist outside, by a link the patient gave; what they write back is read by the patient and by who cares for them.
  'guest-room': { companion: 'linked(guest-room):rc' },
  'guest-note': { patient: 'self:r', nurse: 'care:r', prescriber: 'care:r', therapist: 'care:r' },
  preparation: { patient: 'self:rcu', nurse: 'care:r', prescriber: 'care:r', therapist: 'care:rc' },
  // The clinic's music has no patient in it. Who sits with people adds and takes out; a person reads what can be chosen.
  'music-library': {
    patient: 'own:r',
    'front-desk': 'tenant:r',
    nurse: 'tenant:rcu',
    prescriber: 'tenant:rcu',
    therapist: 'tenant:rcu',
    admin: 'tenant:rcu',
    auditor: 'tenant:r',
  },
  'music-playing': {
    nurse: 'shift:r',
    prescriber: 'shift:r',
    therapist: 'shift:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  'music-plan': { patient: 'self:ru', nurse: 'care:ru', prescriber: 'care:ru', therapist: 'care:ru' },
  // What a patient asks or fears. Whoever answers does so by name.
  question: { patient: 'self:rc', nurse: 'care:ru', prescriber: 'care:ru', therapist: 'care:ru' },
  // Everything open, for whoever is on shift: a message must not wait for the one person whose patient it is.
  'message-inbox': { nurse: 'shift:ru', prescriber: 'shift:ru', therapist: 'shift:ru' },
  reading: { patient: 'self:ru', nurse: 'care:rc', prescriber: 'care:rc', therapist: 'care:rc' },
  // Of each cycle, whether getting ready, being looked after and making use of it are there.
  'care-pillars': { nurse: 'care:r', prescriber: 'care:r', therapist: 'care:r' },
  // Numbers of the whole clinic, with nobody in them.
  'pillars-report': { prescriber: 'tenant:r', admin: 'tenant:r', auditor: 'tenant:r' },
  'preparedness-report': { prescriber: 'tenant:r', admin: 'tenant:r', auditor: 'tenant:r' },
  // Taken down by whoever sat beside; the person they belong to locks or removes them.
  'first-words': { patient: 'self:ru', nurse: 'care:rc', prescriber: 'care:rc', therapist: 'care:rc' },
  // The therapist's own notes, apart from the record; the database shows each only to its author.
  'psychotherapy-note': { therapist: 'care:rcu' },
  // Work on targets, within the therapist's licence; and sets on the patient's screen, which either of the two stops.
  'emdr-work': { therapist: 'care:rcu' },
  bilateral: { patient: 'self:rux', therapist: 'care:rcx' },
  licence: { nurse: 'own:rcu', prescriber: 'own:rcu', therapist: 'own:rcu' },
  // The way into a visit from elsewhere. The place is said by the person, or by whoever asks them on the telephone.
  'remote-visit': {
    patient: 'self:rc',
    'front-desk': 'tenant:r',
    nurse: 'care:rc',
    prescriber: 'care:rc',
    therapist: 'care:rc',
  },
  'encounter-note': { patient: 'self:r', nurse: 'care:rc', prescriber: 'care:rcus', therapist: 'care:rcus' },
  consent: {
    patient: 'self:rcx',
    'front-desk': 'tenant:r',
    nurse: 'care:r',
    prescriber: 'care:r',
    therapist: 'care:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  'companion-link': {
    patient: 'self:rcx',
    'front-desk': 'tenant:r',
    nurse: 'care:r',
    prescriber: 'care:r',
    therapist: 'care:r',
    admin: 'tenant:r',
  },
  'care-team': {
    patient: 'self:ru',
    'front-desk': 'tenant:ru',
    nurse: 'care:ru',
    prescriber: 'care:r',
    therapist: 'care:r',
    admin: 'tenant:r',
  },
  task: {
    'front-desk': 'tenant:ru',
    nurse: 'shift:ru',
    prescriber: 'shift:ru',
    therapist: 'shift:ru',
    admin: 'tenant:r',
  },
  // What one has begun to write, sealed: nobody's but the hand's that wrote it.
  'carried-draft': { patient: 'own:ru', companion: 'own:ru' },
  account: {
    patient: 'own:ru',
    companion: 'own:r',
    'front-desk': 'own:ru',
    nurse: 'own:ru',
    prescriber: 'own:ru',
    therapist: 'own:ru',
    guide: 'own:ru',
    admin: 'own:ru',
    auditor: 'own:ru',
  },
  shift: {
    'front-desk': 'own:u',
    nurse: 'own:u',
    prescriber: 'own:u',
    therapist: 'own:u',
    guide: 'own:u',
    admin: 'own:u',
    auditor: 'own:u',
  },
  // The clinic's rules of care, with no patient in them. Whoever works here reads them; a prescriber answers for them.
  protocol: {
    'front-desk': 'tenant:r',
    nurse: 'tenant:r',
    prescriber: 'tenant:rcs',
    therapist: 'tenant:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  // The words a clinic gives to read. A prescriber puts their name to them; whoever works here sees whose name stands there.
  'page-approval': {
    'front-desk': 'tenant:r',
    nurse: 'tenant:r',
    prescriber: 'tenant:rs',
    therapist: 'tenant:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  // The book of the drug cupboard. Those who draw and give write in it and witness; the owner counts with them; whoever
  // inspects reads it whole, with the names the law wants on each line.
  'drug-ledger': {
    nurse: 'tenant:rcsx',
    prescriber: 'tenant:rcsx',
    admin: 'tenant:rx',
    auditor: 'tenant:r',
  },
  // To draw for a person is to care for that person.
  'drug-draw': { nurse: 'care:c', prescriber: 'care:c' },
  // The kit for a day without computers. The desk has names, times and phones; those on shift have the pack; what comes back
  // from paper is about one patient.
  downtime: { 'front-desk': 'tenant:r', nurse: 'shift:ru', prescriber: 'shift:ru', admin: 'tenant:ru' },
  'downtime-pack': { nurse: 'shift:rc', prescriber: 'shift:rc' },
  'paper-entry': { nurse: 'care:rc', prescriber: 'care:rc' },
  // Signed beforehand by a prescriber; read by whoever may have to give, and by whoever answers for it or inspects.
  'standing-order': {
    nurse: 'tenant:r',
    prescriber: 'tenant:rs',
    therapist: 'tenant:r',
    admin: 'tenant:r',
    auditor: 'tenant:r',
  },
  // Practice with nobody real. Those who would stand in the room train and join; the owner leads, reads and signs; whoever
  // inspects reads. What a drill expects is a clinician's to approve.
  drill: {
    nurse: 'tenant:rcxs',
    prescriber: 'tenant:rcxs',
    therapist: 'tenant:rcxs',
    admin: 'tenant:rs',
    auditor: 'tenant:r',
  },
  'drill-scenario': { prescriber: 'tenant:s' },
  // Who opened a record, told in the patient's words and to the patient; the trail itself is the auditor's.
  'who-looked': { patient: 'self:r' },
  audit: { admin: 'tenant:r', auditor: 'tenant:rx' },
  demo: {
    'front-desk': 'own:x',
    nurse: 'own:x',
    prescriber: 'own:x',
    therapist: 'own:x',
    guide: 'own:x',
    admin: 'own:x',
    auditor: 'own:x',
  },
} as const satisfies Record<string, Row>;

export type Resource = keyof typeof policy;

export type Clause = {
  readonly relation: RelationName;
  readonly scope?: CompanionScope;
  readonly actions: ReadonlySet<Action>;
};

function parseCell(cell: string): readonly Clause[] {
  return cell.split(' ').map((clause) => {
    const [left = '', right = ''] = clause.split(':');
    const [, relation = '', scope] = left.match(/^([a-z]+)(?:\(([a-z-]+)\))?$/) ?? [];
    const actions = new Set([...right] as Action[]);
    return scope === undefined
      ? { relation: relation as RelationName, actions }
      : { relation: relation as RelationName, scope: scope as CompanionScope, actions };
  });
}

const parsed = new Map<string, readonly Clause[]>();
for (const [resource, row] of Object.entries(policy)) {
  for (const [role, cell] of Object.entries(row)) parsed.set(`${resource}/${role}`, parseCell(cell));
}

export function clausesOf(resource: Resource, role: RoleName): readonly Clause[] {
  return parsed.get(`${resource}/${role}`) ?? [];
}
