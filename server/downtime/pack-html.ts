// The pack as one file that opens without us and without a network: what was printed, in plain HTML, with nothing to fetch and
// nothing that runs. What nobody knows is written as not known, as on the screen and on paper.

import type { Pack, PackPage } from '#api/downtime.ts';
import { type Instant, localTime, type ZoneId } from '#clinical/instant.ts';

export function packHtml(pack: Pack): string {
  const clock = clockOf(pack.zone);
  const numbers = [...pack.lines.map(({ name, number }) => `${name}: ${number}`)].join('. ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Downtime pack ${text(pack.date)}</title>
<style>${rules}</style>
</head>
<body>
<header>
<h1>Downtime pack, ${text(pack.date)}</h1>
<p>${text(pack.clinic.name)}, ${text(pack.clinic.address)}, ${text(pack.clinic.phone)}</p>
<p>Made ${clock(pack.madeAt)}. Emergency: ${pack.emergency === undefined ? unknown('number not known for this place') : text(pack.emergency)}. ${text(numbers)}</p>
<p>${pack.pages.length} ${pack.pages.length === 1 ? 'person' : 'people'} today.</p>
</header>
${pack.pages.map((page) => pageHtml(page, clock)).join('\n')}
</body>
</html>
`;
}

const rules = `@page{margin:12mm}body{font:12pt/1.4 system-ui,sans-serif;max-width:190mm;margin:0 auto;padding:8mm;color:#000;background:#fff}
section{border-top:2px solid #000;padding-top:4mm;break-before:page}h1{font-size:18pt}h2{font-size:15pt;margin:0}h3{font-size:12pt;margin:3mm 0 1mm}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:1.5mm;text-align:left;min-width:12mm}td.row{height:9mm}
.unknown{border:1px dashed #000;padding:0 1mm}p,ul{margin:1mm 0}`;

type Clock = (at: Instant) => string;

function clockOf(zone: ZoneId): Clock {
  const two = (value: number) => String(value).padStart(2, '0');
  return (at) => {
    const { date, minuteOfDay } = localTime(at, zone);
    return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
  };
}

function pageHtml(page: PackPage, clock: Clock): string {
  return `<section>
<h2>${text(page.name)}</h2>
<p>Born ${known(page.birthDate)}. Phone ${known(page.phone)}. Sheet ${text(page.code)}.</p>
<p>${text(page.kind)}, ${clock(page.startsAt)} to ${clock(page.endsAt)}, ${known(page.roomName)}, ${known(page.practitionerName)}.</p>
<h3>Allergies</h3>
${listed(page.allergies, clock)}
<h3>Medicines</h3>
${listed(page.medicines, clock)}
${page.alsoFound.length === 0 ? '' : `<h3>Also found</h3>${items(page.alsoFound.map(foundWords))}`}
${page.kind === 'dose' ? `<h3>Order</h3>${orderHtml(page.order, clock)}` : ''}
${page.care === undefined ? '' : careHtml(page.care, clock)}
</section>`;
}

function listed(list: PackPage['medicines'] | PackPage['allergies'], clock: Clock): string {
  if (list.kind === 'not-known') return `<p>${unknown('not known: nobody asked')}</p>`;
  if (list.kind === 'none-said') return `<p>None, said ${clock(list.at)}.</p>`;
  return items(
    list.lines.map((line) => {
      const found = 'found' in line ? line.found.map(foundWords) : [];
      const said = [line.name, line.detail].filter((part) => part !== '').map(text);
      return `${said.join(', ')}${line.confirmed ? '' : ` ${unknown('not confirmed')}`}${found.length === 0 ? '' : items(found)}`;
    }),
  );
}

function foundWords({
  title,
  decided,
}: {
  readonly title: string;
  readonly decided?: string | undefined;
}): string {
  return `${text(title)}: ${decided === undefined ? unknown('nothing was decided') : text(decided)}`;
}

function orderHtml(order: PackPage['order'], clock: Clock): string {
  if (order === undefined) return `<p>${unknown('no signed order')}</p>`;
  const parts = [
    `${order.drug} ${order.doseMg} mg`,
    order.doseMgPerKg === undefined ? undefined : `${order.doseMgPerKg} mg/kg`,
    order.weightKg === undefined ? undefined : `${order.weightKg} kg`,
    order.infusionMinutes === undefined ? undefined : `over ${order.infusionMinutes} minutes`,
    order.note,
  ].filter((part) => part !== undefined && part !== '');
  return `<p>${text(parts.join(', '))}. Signed ${text(order.signedByName)}, ${clock(order.signedAt)}.</p>`;
}

function careHtml(care: NonNullable<PackPage['care']>, clock: Clock): string {
  const limit = ({ sign, unit, below, above }: (typeof care.limits.start)[number]) =>
    text(
      `${sign}${below === undefined ? '' : ` below ${below}`}${above === undefined ? '' : ` above ${above}`} ${unit}`,
    );
  const { moaas, protocol } = care;
  return `<h3>Open before the dose</h3>
${care.openLines.length === 0 ? '<p>No line was open when this was made.</p>' : items(care.openLines.map(({ name, state, have }) => `${text(name)}: ${text(state)}, ${text(have)}`))}
<p>${care.metLines} met when this was made. Ask again at the door.</p>
<h3>Limits</h3>
${items([
  `Start: ${care.limits.start.map(limit).join('; ')}`,
  `Come and look: ${care.limits.alert.map(limit).join('; ')}. Again after ${care.recheckAfterMinutes} minutes`,
  `Stay: ${care.limits.release.map(limit).join('; ')}`,
  `MOAA/S: look at ${moaas.reviewAtOrBelow}, stop the dose at ${moaas.stopDoseAtOrBelow}, emergency at ${moaas.emergencyAtOrBelow}, leave at ${moaas.releaseAtOrAbove}`,
])}
<h3>Rows${care.doseStartedAt === undefined ? '' : `, dose began ${clock(care.doseStartedAt)}`}</h3>
<table><tr><th>Minute</th><th>Time</th><th>BP</th><th>Pulse</th><th>SpO2</th><th>Awake</th><th>Seen by</th></tr>
${care.rowMinutes.map((minute) => `<tr><td class="row">${minute}</td><td></td><td></td><td></td><td></td><td></td><td></td></tr>`).join('\n')}
</table>
<h3>Before they leave</h3>
${items(care.releaseLines.map(text))}
<p>Ride: ${care.ride === undefined ? unknown('nobody has said yes') : text([care.ride.name, care.ride.phone, care.ride.state, care.ride.codeWord === undefined ? undefined : `word: ${care.ride.codeWord}`].filter((part) => part !== undefined).join(', '))}</p>
<p>Protocol ${text(protocol.name ?? protocol.id)}${protocol.approver === undefined ? ', an example, not approved by a clinician' : ''}.</p>`;
}

function items(all: readonly string[]): string {
  return all.length === 0 ? '' : `<ul>${all.map((one) => `<li>${one}</li>`).join('')}</ul>`;
}

function known(value: string | undefined): string {
  return value === undefined ? unknown('not known') : text(value);
}

function unknown(words: string): string {
  return `<span class="unknown">? ${text(words)}</span>`;
}

/** Whatever a person typed is words here and never markup. */
function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
