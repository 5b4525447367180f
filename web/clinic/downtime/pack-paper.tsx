// The papers themselves. Front: what is known. Back: the timed sheet, in the order in which it is typed again. Each side says
// whose it is, when it was made, and that what came after is not on it.
import type { ReactNode } from 'react';
import type { getDeskList, Pack, PackPage } from '#api/downtime.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { addMinutes } from '#clinical/instant.ts';
import { kindWord, rideWord } from '#web/clinic/stage-words.ts';
import { formatClock, formatDateTime, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { findingInWords } from './finding-words.ts';

type Care = NonNullable<PackPage['care']>;

export function PackPaper({ pack }: { readonly pack: Pack }) {
  return (
    <Papers>
      <Cover pack={pack} />
      {pack.pages.map((page) => (
        <Person key={page.code} page={page} pack={pack} />
      ))}
    </Papers>
  );
}

function Papers({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="pk-pack" id="pack" aria-label="Papers" tabIndex={0}>
      {children}
    </section>
  );
}

function Side({
  title,
  person,
  code,
  made,
  zone,
  children,
}: {
  readonly title: string;
  readonly person?: string | undefined;
  readonly code?: string | undefined;
  readonly made: number;
  readonly zone: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="pk-side" aria-label={person === undefined ? title : `${person}, ${title}`}>
      {/* The printer says the head and the foot again on every page of a side that does not fit on one. */}
      <header className="pk-again">
        <div className="pk-head">
          <div>
            <p className="pk-name">{person ?? title}</p>
            {person !== undefined && <p>{title}</p>}
          </div>
          {code !== undefined && <p className="pk-code">{code}</p>}
        </div>
      </header>
      <div>{children}</div>
      <footer className="pk-again-below">
        <div className="pk-foot">
          <p>
            Made {formatDateTime(made, zone)}. <strong>What came after is not on this page.</strong>
          </p>
          <p>{code === undefined ? '' : `Sheet ${code}`}</p>
        </div>
      </footer>
    </section>
  );
}

function Unknown({ children }: { readonly children: ReactNode }) {
  return <span className="pk-unknown">{children}</span>;
}

function Cover({ pack }: { readonly pack: Pack }) {
  const { zone, pages, clinic } = pack;
  return (
    <Side title={`${clinic.name}, ${formatLocalDate(pack.date, 'long')}`} made={pack.madeAt} zone={zone}>
      <p>
        {clinic.address}. Clinic {clinic.phone}.
      </p>
      <h2>In an emergency</h2>
      <p>
        {pack.emergency === undefined ? (
          <Unknown>Emergency number not known: write it here</Unknown>
        ) : (
          <strong>Call {pack.emergency}.</strong>
        )}{' '}
        Give the address above. {pack.lines.map(({ name, number }) => `${name}: ${number}`).join('. ')}
        {pack.lines.length > 0 && '.'}
      </p>
      <h2>Who comes</h2>
      {pages.length === 0 ? (
        <p>Nobody was booked for today when this was made.</p>
      ) : (
        <table className="pk-table">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Name</th>
              <th scope="col">Born</th>
              <th scope="col">For</th>
              <th scope="col">Where, with</th>
              <th scope="col">Phone</th>
              <th scope="col">Sheet</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <tr key={page.code}>
                <td>{formatClock(page.startsAt, zone)}</td>
                <td>{page.name}</td>
                <td>{page.birthDate ?? 'not known'}</td>
                <td>{kindWord(page.kind)}</td>
                <td>{where(page)}</td>
                <td>{page.phone ?? 'not known'}</td>
                <td>{page.code}</td>
                <td>
                  <span className="pk-tick" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>When the computers are back</h2>
      <p>
        Open Paper, type the code of each sheet, and type what was written with its own time and the name of
        who saw it. Keep the sheets until nothing is missing there.
      </p>
    </Side>
  );
}

function where(page: Pick<PackPage, 'roomName' | 'practitionerName'>): string {
  return [page.roomName, page.practitionerName].filter((part) => part !== undefined).join(', ') || 'not set';
}

function Person({ page, pack }: { readonly page: PackPage; readonly pack: Pack }) {
  const { zone } = pack;
  const about = `${kindWord(page.kind)} ${formatClock(page.startsAt, zone)} to ${formatClock(page.endsAt, zone)}, ${where(page)}`;
  return (
    <>
      <Side title={about} person={page.name} code={page.code} made={pack.madeAt} zone={zone}>
        <p>
          Born{' '}
          {page.birthDate === undefined ? (
            <Unknown>not known</Unknown>
          ) : (
            formatLocalDate(page.birthDate, 'long')
          )}
          . Phone {page.phone ?? <Unknown>not known</Unknown>}. Say name and birth date aloud before anything
          is given.
        </p>
        <div className="pk-two">
          <div>
            <Allergies page={page} zone={zone} />
            <Medicines page={page} zone={zone} />
          </div>
          <div>
            {page.kind === 'dose' && <Order page={page} zone={zone} />}
            {page.care !== undefined && <OpenLines care={page.care} />}
          </div>
        </div>
        {page.care !== undefined && <Limits care={page.care} />}
        {page.kind === 'dose' && <Ride care={page.care} pack={pack} />}
      </Side>
      {page.care !== undefined && (
        <Side
          title={`Timed sheet. ${about}`}
          person={page.name}
          code={page.code}
          made={pack.madeAt}
          zone={zone}
        >
          <TimedSheet minutes={page.care.rowMinutes} startedAt={page.care.doseStartedAt} zone={zone} />
          <DoseLines />
          <ReleaseLines lines={page.care.releaseLines} />
        </Side>
      )}
    </>
  );
}

function Allergies({ page, zone }: { readonly page: PackPage; readonly zone: string }) {
  const { allergies } = page;
  return (
    <>
      <h2>Allergies</h2>
      {allergies.kind === 'not-known' && <Unknown>Not known: nobody has said. Ask.</Unknown>}
      {allergies.kind === 'none-said' && <p>None, as they said on {formatDateTime(allergies.at, zone)}.</p>}
      {allergies.kind === 'listed' && (
        <ul>
          {allergies.lines.map((line) => (
            <li key={line.name}>
              <strong>{line.name}</strong>
              {line.detail !== '' && `, ${line.detail}`}
              {!line.confirmed && ' (as they said it)'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Medicines({ page, zone }: { readonly page: PackPage; readonly zone: string }) {
  const { medicines, alsoFound } = page;
  return (
    <>
      <h2>Medicines, and what was decided</h2>
      {medicines.kind === 'not-known' && <Unknown>Not known: nobody has said. Ask.</Unknown>}
      {medicines.kind === 'none-said' && <p>None, as they said on {formatDateTime(medicines.at, zone)}.</p>}
      {medicines.kind === 'listed' && (
        <ul>
          {medicines.lines.map((line) => (
            <li key={`${line.name} ${line.detail}`}>
              <strong>{line.name}</strong>
              {line.detail !== '' && `, ${line.detail}`}
              {!line.confirmed && ' (as they said it)'}
              <Found lines={line.found} />
            </li>
          ))}
        </ul>
      )}
      {alsoFound.length > 0 && (
        <>
          <h2>Screening also found</h2>
          <Found lines={alsoFound} />
        </>
      )}
    </>
  );
}

function Found({ lines }: { readonly lines: PackPage['alsoFound'] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.title}>
          {findingInWords(line.title)} {line.decided ?? <Unknown>Nothing decided</Unknown>}
        </li>
      ))}
    </ul>
  );
}

function Order({ page, zone }: { readonly page: PackPage; readonly zone: string }) {
  const { order } = page;
  return (
    <>
      <h2>Signed order</h2>
      {order === undefined ? (
        <Unknown>No signed order. No dose.</Unknown>
      ) : (
        <p>
          <strong>
            {order.drug}, {formatNumber(order.doseMg)} mg
          </strong>
          {weightSaid(order)}
          {order.infusionMinutes !== undefined && ` over ${order.infusionMinutes} minutes`}.{' '}
          {order.note !== undefined && `${order.note} `}
          Signed by {order.signedByName}, {formatDateTime(order.signedAt, zone)}.
        </p>
      )}
    </>
  );
}

function weightSaid({ doseMgPerKg, weightKg }: NonNullable<PackPage['order']>): string {
  const parts = [
    doseMgPerKg === undefined ? undefined : `${formatNumber(doseMgPerKg)} mg/kg`,
    weightKg === undefined ? undefined : `at ${formatNumber(weightKg)} kg`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}

const stateWords: Readonly<Record<string, string>> = {
  'not-met': 'not met',
  unknown: 'unknown',
  'overridden-not-met': 'not met, overridden',
  'overridden-unknown': 'unknown, overridden',
};

function OpenLines({ care }: { readonly care: Care }) {
  return (
    <>
      <h2>Still open before the dose</h2>
      {care.openLines.length === 0 ? (
        <p>No line was open when this was made. Ask each again.</p>
      ) : (
        <ul className="pk-ticks">
          {care.openLines.map((line) => (
            <li key={line.name}>
              <span className="pk-tick" />
              {line.name}: <strong>{stateWords[line.state] ?? line.state}</strong>. {line.have}.
            </li>
          ))}
        </ul>
      )}
      <p>{care.metLines} met when this was made.</p>
    </>
  );
}

function Limits({ care }: { readonly care: Care }) {
  const { protocol, limits, moaas } = care;
  const signs = [...new Set([...limits.start, ...limits.alert, ...limits.release].map(({ sign }) => sign))];
  const said = (of: Care['limits']['start'], sign: string): string => {
    const limit = of.find((each) => each.sign === sign);
    if (limit === undefined) return 'not asked';
    return [
      limit.below === undefined ? undefined : `below ${formatNumber(limit.below)}`,
      limit.above === undefined ? undefined : `above ${formatNumber(limit.above)}`,
    ]
      .filter((part) => part !== undefined)
      .join(' or ');
  };
  return (
    <div className="pk-whole">
      <h2>
        Limits of today: {protocol.name ?? protocol.id}
        {protocol.version !== undefined && `, version ${protocol.version}`}{' '}
        {protocol.approver === undefined ? (
          <span className="pk-example">EXAMPLE. Not approved by a clinician</span>
        ) : (
          `, approved by ${protocol.approver.name}, ${protocol.approver.on}`
        )}
      </h2>
      <table className="pk-table pk-limits">
        <thead>
          <tr>
            <th scope="col">Sign</th>
            <th scope="col">Dose waits</th>
            <th scope="col">Someone comes, then again after {care.recheckAfterMinutes} min</th>
            <th scope="col">They stay</th>
          </tr>
        </thead>
        <tbody>
          {signs.map((sign) => (
            <tr key={sign}>
              <td>
                {sign},{' '}
                {limits.start.concat(limits.alert, limits.release).find((each) => each.sign === sign)?.unit}
              </td>
              <td>{said(limits.start, sign)}</td>
              <td>{said(limits.alert, sign)}</td>
              <td>{said(limits.release, sign)}</td>
            </tr>
          ))}
          <tr>
            <td>MOAA/S</td>
            <td>not asked</td>
            <td>
              look at {moaas.reviewAtOrBelow} or less; stop the dose at {moaas.stopDoseAtOrBelow}; emergency
              at {moaas.emergencyAtOrBelow}
            </td>
            <td>below {moaas.releaseAtOrAbove}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Ride({ care, pack }: { readonly care: Care | undefined; readonly pack: Pack }) {
  const ride = care?.ride;
  return (
    <div className="pk-whole">
      <h2>Ride home</h2>
      {ride === undefined ? (
        <Unknown>Nobody has been asked</Unknown>
      ) : (
        <p>
          {ride.name}, {rideWord(ride.state).words.toLowerCase()}. Phone{' '}
          {ride.phone ?? <Unknown>not known</Unknown>}.
        </p>
      )}
      <p>
        Emergency: {pack.emergency ?? <Unknown>number not known</Unknown>}. Clinic: {pack.clinic.phone}.
      </p>
      {ride?.codeWord !== undefined && (
        <div className="pk-fold">
          Fold here. Code word for the door below: they say it, you never do.
          <p className="pk-sealed">{ride.codeWord}</p>
        </div>
      )}
    </div>
  );
}

const extraRows = 3;
/** In the order in which the lines are typed again. */
const sheetColumns = [
  'Due',
  'Time',
  'Upper',
  'Lower',
  'Pulse',
  'SpO₂',
  'Breaths',
  'MOAA/S',
  'Symptoms',
  'Who',
] as const;
const columnWidths: Readonly<Record<string, { readonly width: string }>> = {
  Symptoms: { width: '24%' },
  Who: { width: '14%' },
};

function TimedSheet({
  minutes,
  startedAt,
  zone,
}: {
  readonly minutes: readonly number[];
  readonly startedAt: number | undefined;
  readonly zone: string;
}) {
  const due = minutes.map((minute) =>
    startedAt === undefined
      ? `${Math.round(minute)} min`
      : `${Math.round(minute)} min, ${formatClock(addMinutes(startedAt, minute), zone)}`,
  );
  const rows = ['before', ...due, ...Array.from({ length: extraRows }, () => '')];
  return (
    <table className="pk-table pk-blank">
      <thead>
        <tr>
          {sheetColumns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blank lines of a paper have no other name
          <tr key={index}>
            <td style={{ whiteSpace: 'nowrap' }}>{row}</td>
            {sheetColumns.slice(1).map((title) => (
              <td key={title} style={columnWidths[title]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rule({ long = false }: { readonly long?: boolean }) {
  return <span className={long ? 'pk-rule pk-rule-long' : 'pk-rule'} />;
}

function DoseLines() {
  return (
    <div className="pk-lines">
      <h2>Dose (x = could not be read; an empty box was not measured)</h2>
      <p>
        Started at <Rule /> dose mg <Rule /> strength mg/mL <Rule /> rate mg/min <Rule />
      </p>
      <p>
        Lot <Rule /> expiry <Rule /> drawn by <Rule /> second check <Rule />
      </p>
      <p>
        Stopped at <Rule /> why <Rule long /> pump reads mg <Rule />
      </p>
      <p>
        Waste mg <Rule /> at <Rule /> by <Rule /> witness, name and hand <Rule long />
      </p>
    </div>
  );
}

function ReleaseLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className="pk-lines">
      <h2>Before they leave, each one looked at now</h2>
      <p>
        {lines.map((line) => (
          <span key={line} className="pk-check">
            <span className="pk-tick" />
            {line}
          </span>
        ))}
      </p>
      <p>
        Left at <Rule /> with <Rule long /> who is their <Rule /> released by <Rule />
      </p>
    </div>
  );
}

/** For someone who comes and is not in any record: everything is a line to write on. */
export function WalkInPaper({
  clinic,
  emergency,
  madeAt,
  zone,
}: {
  readonly clinic: { readonly name: string; readonly phone: string };
  readonly emergency: string | undefined;
  readonly madeAt: number;
  readonly zone: string;
}) {
  return (
    <Papers>
      <Side title={`${clinic.name}. Someone without a record`} made={madeAt} zone={zone}>
        <div className="pk-lines">
          <p>
            This sheet has no code: it is found by name and birth date. Emergency{' '}
            {emergency ?? <Unknown>not known</Unknown>}. Clinic {clinic.phone}.
          </p>
          <p>
            Name <Rule long /> born <Rule /> phone <Rule />
          </p>
          <p>
            Date <Rule /> time <Rule /> room <Rule /> written by <Rule long />
          </p>
          <h2>Allergies (write “none” only if they said so)</h2>
          <p>
            <Rule long /> <Rule long />
          </p>
          <h2>Medicines, how much, when last</h2>
          <p>
            <Rule long /> <Rule long />
          </p>
          <p>
            <Rule long /> <Rule long />
          </p>
          <h2>Conditions, pregnancy, what they came for</h2>
          <p>
            <Rule long /> <Rule long />
          </p>
          <h2>Person to call</h2>
          <p>
            Name <Rule long /> phone <Rule />
          </p>
          <p>
            Without a record there is no signed order and no protocol of their own:{' '}
            <strong>nobody is dosed from this sheet.</strong>
          </p>
        </div>
        <TimedSheet minutes={[]} startedAt={undefined} zone={zone} />
      </Side>
    </Papers>
  );
}

/** For the desk: names, times, phones. No word about why anyone comes. */
export function DeskListPaper({ list }: { readonly list: AnswerOf<typeof getDeskList> }) {
  return (
    <Papers>
      <Side
        title={`${list.clinic.name}, ${formatLocalDate(list.date, 'long')}: who comes`}
        made={list.now}
        zone={list.zone}
      >
        <p>
          {list.clinic.address}. Clinic {list.clinic.phone}. Emergency{' '}
          {list.emergency ?? <Unknown>not known</Unknown>}.
        </p>
        {list.rows.length === 0 ? (
          <p>Nobody is booked for today.</p>
        ) : (
          <table className="pk-table">
            <thead>
              <tr>
                {['Time', 'Until', 'Name', 'Phone', 'Where, with', 'Sheet', 'Here at'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.code}>
                  <td>{formatClock(row.startsAt, list.zone)}</td>
                  <td>{formatClock(row.endsAt, list.zone)}</td>
                  <td>{row.name}</td>
                  <td>{row.phone ?? 'not known'}</td>
                  <td>{where(row)}</td>
                  <td>{row.code}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Side>
    </Papers>
  );
}
