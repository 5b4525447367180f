// Which clinic an address belongs to: the one whose host name was asked for, else the first one of this installation.

import type { OnCall } from '#api/me.ts';
import type { CompanyPolicy } from '#api/preparation.ts';
import type { Urgency } from '#api/questions.ts';
import type { SiteDetails } from '#api/site-details.ts';
import type { CertifiedSite } from '#clinical/care-record.ts';
import type { RingMinutes } from '#clinical/on-call/ring-turns.ts';
import type { RoomItem } from '#clinical/preparation/room-readiness.ts';
import type { Clock } from '#server/clock';
import { type Pool, withTenant } from '#server/postgres';
import type { SiteClinic } from '#server/site';

export type Clinic = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly openingHours: string;
  readonly zone: string;
  readonly crisisPlace: string;
  readonly settings: ClinicSettings;
};

export type ClinicSettings = {
  /** Working hours the clinic promises to answer an inquiry within. */
  readonly inquiryPromiseHours?: number;
  readonly patientsPerNurse?: number;
  /** Hours of the open clinic within which a message of each urgency is answered. */
  readonly messageHours?: Partial<Readonly<Record<Urgency, number>>>;
  /** Whether someone may be in the room with a patient; without it nobody may, and the screens say so. */
  readonly company?: CompanyPolicy;
  /** Where the hours after a dose are held; without it, here. Outside, people leave with names and a paper for whoever goes on. */
  readonly integration?: 'here' | 'outside';
  /** Who answers while the clinic is closed; without it nobody does, and the screens say so. */
  readonly onCall?: OnCall;
  /** When someone answers, in Spanish; without it, as the hours of the clinic are written. */
  readonly openingHoursEs?: string;
  /** Minutes after which a ring nobody has goes on to the second, to everyone, and to everyone again. */
  readonly ringMinutes?: RingMinutes;
  /** Whose rules of reporting and labelling are read: US, EU or UK. */
  readonly jurisdiction?: string;
  /** By form: who at this clinic confirmed that its licence allows them to use it, and when. Without a line it may not. */
  readonly formLicences?: Readonly<Record<string, { readonly confirmedBy: string; readonly at: string }>>;
  /** The spray’s safety program: its number for this place, and the last day it stands for. */
  readonly certifiedSite?: CertifiedSite;
  /** What is gone through in a room before a dose; without it, the list a clinic starts from. */
  readonly roomList?: readonly RoomItem[];
  /** The clinic's own video room for visits from elsewhere; without it none is booked. */
  readonly remoteVisits?: { readonly link: string };
  /** The state or country the clinic stands in, as licences name it, such as NY. */
  readonly place?: string;
  /** What the public pages say about this clinic; without it there are no public pages. */
  readonly site?: SiteClinic;
};

type Row = Omit<Clinic, 'openingHours' | 'crisisPlace'> & {
  opening_hours: string;
  crisis_place: string;
  host: string | null;
};

export type Clinics = {
  byHost(host: string | undefined): Promise<Clinic | undefined>;
  all(): Promise<readonly Clinic[]>;
};

const rememberedForMs = 5_000;

export function openClinics({ pool, clock }: { pool: Pool; clock: Clock }): Clinics {
  let known: { rows: readonly (Clinic & { host: string | null })[]; until: number } | undefined;
  async function read(): Promise<readonly (Clinic & { host: string | null })[]> {
    if (known !== undefined && known.until > clock.now()) return known.rows;
    const { rows } = await pool.query<Row>(
      `select id, slug, host, name, phone, address, opening_hours, zone, crisis_place, settings
         from clinics order by host is not null, created_at, id`,
    );
    const clinics = [];
    for (const { opening_hours: openingHours, crisis_place: crisisPlace, ...row } of rows)
      clinics.push(withDetails({ ...row, openingHours, crisisPlace }, await detailsOf(row.id)));
    if (clinics.length > 0) known = { rows: clinics, until: clock.now() + rememberedForMs };
    return clinics;
  }
  /** What the clinic has since said itself about its hours and prices. */
  async function detailsOf(clinicId: string): Promise<SiteDetails | undefined> {
    return await withTenant(pool, { clinicId }, async (tx) => {
      const newest = await tx.query<{ details: SiteDetails }>(
        'select details from site_details where clinic_id = $1 order by version desc limit 1',
        [clinicId],
      );
      return newest.rows[0]?.details;
    });
  }
  return {
    all: read,
    async byHost(host) {
      const clinics = await read();
      const name = host?.replace(/:\d+$/, '').toLowerCase();
      return clinics.find((clinic) => clinic.host === name) ?? clinics.find((clinic) => clinic.host === null);
    },
  };
}

/** Everyone who asks when the clinic is open hears the same: the public pages, the promises of an answer, the apps. */
function withDetails<C extends Clinic>(clinic: C, details: SiteDetails | undefined): C {
  const { site } = clinic.settings;
  if (details === undefined || site === undefined) return clinic;
  const { openingHours, ...said } = details;
  return { ...clinic, openingHours, settings: { ...clinic.settings, site: { ...site, ...said } } };
}
