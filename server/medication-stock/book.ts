// The book read from its first line to its last: what each container holds, what is still in a syringe, which waste waits
// for its witness, and how each count stood against the book at its own moment. Nothing here refuses a line: what does not
// fit shows as a difference.

import type { CountOccasion, CountOutcome, LedgerFact, LedgerKind } from '#api/medication-stock.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { type Instant, type LocalDate, localDateOf, localTime, type ZoneId } from '#clinical/instant.ts';
import { type CountVerdict, eveningCount } from '#clinical/medication-stock/evening-count.ts';
import { expiryAndLotIssues } from '#clinical/medication-stock/expiry-and-lot.ts';
import { inventoryIssues, nextInventory } from '#clinical/medication-stock/inventory-due.ts';
import { drugRecordIssues } from '#clinical/medication-stock/record-completeness.ts';
import { milligrams, vialBalanceIssues } from '#clinical/medication-stock/vial-balance.ts';
import { type VialEntry, vialLedger } from '#clinical/medication-stock/vial-ledger.ts';

export type LedgerLine<Fact extends LedgerFact = LedgerFact> = {
  readonly id: string;
  readonly position: number;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly authorId: string;
  readonly authorName: string;
  readonly actingRole: string;
  readonly patientId: string | undefined;
  readonly sessionId: string | undefined;
  readonly corrects: { readonly id: string; readonly reason: string } | undefined;
  readonly fact: Fact;
};
export type LineOf<Kind extends LedgerKind> = LedgerLine<Extract<LedgerFact, { kind: Kind }>>;

export type Lot = Pick<
  LineOf<'received'>['fact'],
  'substance' | 'form' | 'strengthMgPerMl' | 'volumeMl' | 'lot' | 'expiry'
> & { readonly key: string };

export type ContainerInBook = {
  readonly id: string;
  /** In the order they came: what a person writes on the label. */
  readonly number: number;
  readonly receipt: LineOf<'received'>;
  readonly lot: Lot;
  readonly containerMg: number;
  readonly leftMg: number;
  /** Empty: nothing is left by the book. Gone: returned, disposed of or lost. */
  readonly state: 'sealed' | 'opened' | 'empty' | 'gone';
  readonly place: string | undefined;
  readonly issues: readonly DetectedIssue[];
};

export type DrawInBook = {
  readonly line: LineOf<'drawn'>;
  readonly container: ContainerInBook | undefined;
  readonly leftMg: number;
};

export type Count = { readonly sealed: number; readonly openMg: number };

export type Book = {
  readonly lines: readonly LedgerLine[];
  readonly containers: readonly ContainerInBook[];
  readonly draws: readonly DrawInBook[];
  readonly waiting: readonly LineOf<'wasted'>[];
  readonly witnessOf: ReadonlyMap<string, LineOf<'witnessed'>>;
  /** By the id of the line that was put right: the line in its place. */
  readonly correctedBy: ReadonlyMap<string, LedgerLine>;
  readonly counts: readonly CountOutcome[];
  readonly halfCount: LineOf<'counted'> | undefined;
  readonly lotsToCount: readonly Lot[];
  readonly inventory: {
    readonly lastOn: LocalDate | undefined;
    readonly nextDueBy: LocalDate | undefined;
    readonly state: string | undefined;
    readonly issues: readonly DetectedIssue[];
  };
  line(id: string): LedgerLine | undefined;
  /** The container a line is about, through its draw if need be. */
  containerIdOf(line: LedgerLine): string | undefined;
  receiptIssues(line: LineOf<'received'>): readonly DetectedIssue[];
};

export function readBook(
  lines: readonly LedgerLine[],
  { zone, now }: { readonly zone: ZoneId; readonly now: Instant },
): Book {
  const byId = new Map<string, LedgerLine>();
  const correctedBy = new Map<string, LedgerLine>();
  const witnessOf = new Map<string, LineOf<'witnessed'>>();
  const ofContainer = new Map<string, LedgerLine[]>();
  const numbers = new Map<string, number>();
  const counting = countsAgainstBook(zone);
  const today = localDateOf(now, zone);
  const isLive = (line: LedgerLine) => !correctedBy.has(line.id);

  const containerIdsOf = (line: LedgerLine): readonly string[] => {
    const { fact } = line;
    if (fact.kind === 'received') return fact.containerIds;
    if (fact.kind === 'witnessed') return containersThrough(fact.wasteId);
    if ('containerId' in fact && fact.containerId !== undefined) return [fact.containerId];
    if ('drawId' in fact && fact.drawId !== undefined) return containersThrough(fact.drawId);
    if (fact.kind === 'struck' && line.corrects) return containersThrough(line.corrects.id);
    return [];
  };
  function containersThrough(id: string): readonly string[] {
    const named = byId.get(id);
    return named === undefined ? [] : containerIdsOf(named);
  }

  for (const line of lines) {
    byId.set(line.id, line);
    const touched = new Set([
      ...containerIdsOf(line),
      ...(line.corrects === undefined ? [] : containersThrough(line.corrects.id)),
    ]);
    if (line.corrects !== undefined) correctedBy.set(line.corrects.id, line);
    if (isA(line, 'witnessed')) witnessOf.set(line.fact.wasteId, line);
    for (const containerId of touched) {
      if (!numbers.has(containerId)) numbers.set(containerId, numbers.size + 1);
      const all = ofContainer.get(containerId) ?? [];
      all.push(line);
      ofContainer.set(containerId, all);
      counting.hold(containerId, shareOf(all.filter(isLive)));
    }
    if (isA(line, 'counted')) counting.count(line);
    else counting.wrote(line);
  }

  const entriesOf = (live: readonly LedgerLine[]): readonly VialEntry[] =>
    live.flatMap((line): readonly VialEntry[] => {
      const { fact, happenedAt: at } = line;
      if (fact.kind === 'drawn') return [{ kind: 'drawn', drawId: line.id, mg: fact.mg, at }];
      if (fact.kind === 'given') return [{ kind: 'given', drawId: inPlaceOf(fact.drawId), mg: fact.mg, at }];
      if (fact.kind !== 'wasted') return [];
      const seen = witnessOf.get(line.id);
      return [
        {
          kind: 'wasted',
          drawId: fact.drawId === undefined ? undefined : inPlaceOf(fact.drawId),
          mg: fact.mg,
          at,
          by: line.authorId,
          witness: seen && { personId: seen.authorId, how: 'own-sign-in', at: seen.recordedAt },
        },
      ];
    });
  /** What was given from a draw that was put right was given from the draw in its place. */
  function inPlaceOf(id: string): string {
    const later = correctedBy.get(id);
    return later === undefined || later.fact.kind === 'struck' ? id : inPlaceOf(later.id);
  }

  const containers = [...numbers].flatMap(([containerId, number]): readonly ContainerInBook[] => {
    const live = (ofContainer.get(containerId) ?? []).filter(isLive);
    const receipt = live.find((line) => isA(line, 'received'));
    if (receipt === undefined || !isA(receipt, 'received')) return [];
    const lot = lotOf(receipt);
    const containerMg = milligrams(lot.strengthMgPerMl * lot.volumeMl);
    const share = shareOf(live);
    const lastDraw = live.findLast((line) => line.fact.kind === 'drawn');
    const isOver = lastDraw !== undefined && localDateOf(lastDraw.happenedAt, zone) < today;
    const isIn = share.state === 'sealed' || share.state === 'opened';
    const ledger = vialLedger({
      containerMg,
      entries: entriesOf(live),
      isClosed: isOver || share.state === 'gone',
    });
    return [
      {
        id: containerId,
        number,
        receipt,
        lot,
        containerMg,
        leftMg: share.leftMg,
        state: share.state,
        place: live.findLast((line): line is LineOf<'moved'> => isA(line, 'moved'))?.fact.place,
        issues: [
          ...ledger.issues,
          ...(isIn ? expiryAndLotIssues({ lot: lot.lot, expiry: lot.expiry, today }) : []),
          ...(share.state === 'gone'
            ? vialBalanceIssues({
                containerMg,
                usedMg: ledger.drawnMg,
                wastedMg: milligrams(share.removedMg + share.wastedMg),
                remainingMg: 0,
              })
            : []),
        ],
      },
    ];
  });
  const containerById = new Map(containers.map((one) => [one.id, one]));

  const live = lines.filter(isLive);
  const draws = live
    .filter((line): line is LineOf<'drawn'> => isA(line, 'drawn'))
    .map((line) => {
      const used = live.flatMap(({ fact }) =>
        (fact.kind === 'given' || fact.kind === 'wasted') &&
        fact.drawId !== undefined &&
        inPlaceOf(fact.drawId) === line.id
          ? [fact.mg]
          : [],
      );
      return {
        line,
        container: containerById.get(line.fact.containerId),
        leftMg: milligrams(used.reduce((left, mg) => left - mg, line.fact.mg)),
      };
    });
  const counts = counting.outcomes();
  const lastInventory = counts.findLast(
    ({ occasion, outcome }) => occasion === 'inventory' && (outcome === 'agrees' || outcome === 'differs'),
  );
  const lastOn = lastInventory && localDateOf(lastInventory.at, zone);
  const state = lastInventory?.inventory?.state;
  return {
    lines,
    containers,
    draws,
    waiting: live.filter((line): line is LineOf<'wasted'> => isA(line, 'wasted') && !witnessOf.has(line.id)),
    witnessOf,
    correctedBy,
    counts,
    halfCount: counting.half(),
    lotsToCount: counting.lots(),
    inventory: {
      lastOn,
      nextDueBy: nextInventory({ lastOn, state })?.nextDueBy,
      state,
      issues: inventoryIssues({
        lastOn,
        state,
        today,
        method: lastOn === undefined ? undefined : 'exact',
        largestContainerUnits: undefined,
      }),
    },
    line: (id) => byId.get(id),
    containerIdOf: (line) => containerIdsOf(line)[0],
    receiptIssues: ({ fact, happenedAt }) =>
      drugRecordIssues({
        kind: 'receipt',
        record: {
          date: localDateOf(happenedAt, zone),
          units: milligrams(fact.volumeMl * fact.containerIds.length),
          containers: fact.containerIds.length,
          supplierName: fact.supplierName,
          supplierAddress: fact.supplierAddress,
          supplierRegistration: fact.supplierRegistration,
        },
      }),
  };
}

export function isA<Kind extends LedgerKind>(
  line: LedgerLine,
  kind: Kind,
): line is LineOf<Kind> & LedgerLine {
  return line.fact.kind === kind;
}

function lotOf({ fact }: LineOf<'received'>): Lot {
  const { substance, form, strengthMgPerMl, volumeMl, lot, expiry } = fact;
  const key = [
    substance.toLowerCase(),
    form.toLowerCase(),
    strengthMgPerMl,
    volumeMl,
    lot.toLowerCase(),
  ].join(' | ');
  return { key: key.slice(0, 200), substance, form, strengthMgPerMl, volumeMl, lot, expiry };
}

export function lotName({ substance, strengthMgPerMl, volumeMl, lot }: Omit<Lot, 'key'>): string {
  return `${substance} ${strengthMgPerMl} mg/mL, ${volumeMl} mL, lot ${lot}`;
}

type Share = {
  readonly lot: Lot | undefined;
  readonly state: ContainerInBook['state'];
  readonly leftMg: number;
  readonly wastedMg: number;
  readonly removedMg: number;
};

/** What a container adds to the cupboard, from the lines about it that still stand. */
function shareOf(live: readonly LedgerLine[]): Share {
  const receipt = live.find((line) => isA(line, 'received'));
  const lot = receipt !== undefined && isA(receipt, 'received') ? lotOf(receipt) : undefined;
  let drawnMg = 0;
  let wastedMg = 0;
  let removedMg = 0;
  let isOpened = false;
  let hasLeft = false;
  for (const { fact } of live) {
    if (fact.kind === 'drawn') drawnMg += fact.mg;
    else if (fact.kind === 'wasted' && fact.drawId === undefined) wastedMg += fact.mg;
    else if (fact.kind === 'returned' || fact.kind === 'disposed' || fact.kind === 'lost')
      removedMg += fact.mg;
    else continue;
    if (fact.kind === 'drawn' || fact.kind === 'wasted') isOpened = true;
    if (fact.kind === 'returned' || fact.kind === 'disposed') hasLeft = true;
    if (fact.kind === 'lost') isOpened = true;
  }
  const containerMg = lot === undefined ? 0 : lot.strengthMgPerMl * lot.volumeMl;
  const leftMg = milligrams(containerMg - drawnMg - wastedMg - removedMg);
  const isGone = hasLeft || (removedMg > 0 && leftMg === 0);
  const state = isGone ? 'gone' : !isOpened ? 'sealed' : leftMg === 0 ? 'empty' : 'opened';
  return { lot, state, leftMg, wastedMg: milligrams(wastedMg), removedMg: milligrams(removedMg) };
}

const nothing: Count = { sealed: 0, openMg: 0 };

type Held = { readonly line: LineOf<'counted'>; readonly book: ReadonlyMap<string, Count> };
type Kept = {
  readonly at: Instant;
  readonly label: string;
  readonly by: readonly string[];
  readonly book: number;
  readonly counted: number;
};

/** Keeps the sum of each lot as the lines come, and holds each count against the sum of its own moment. */
function countsAgainstBook(zone: ZoneId) {
  const shares = new Map<string, { readonly key: string; readonly count: Count }>();
  const sums = new Map<string, Count>();
  const lots = new Map<string, Lot>();
  const sinceCount = new Set<string>();
  const outcomes: CountOutcome[] = [];
  const kept = new Map<string, readonly Kept[]>();
  const written: { readonly at: Instant; readonly by: string }[] = [];
  let half: Held | undefined;
  let lastAt: Instant | undefined;

  const add = (key: string, { sealed, openMg }: Count, sign: 1 | -1) => {
    const sum = sums.get(key) ?? nothing;
    sums.set(key, {
      sealed: sum.sealed + sign * sealed,
      openMg: milligrams(sum.openMg + sign * openMg),
    });
    sinceCount.add(key);
  };

  return {
    hold(containerId: string, { lot, state, leftMg }: Share): void {
      const before = shares.get(containerId);
      if (before !== undefined) add(before.key, before.count, -1);
      shares.delete(containerId);
      if (lot === undefined) return;
      lots.set(lot.key, lot);
      const count =
        state === 'sealed'
          ? { sealed: 1, openMg: 0 }
          : state === 'opened'
            ? { sealed: 0, openMg: leftMg }
            : nothing;
      add(lot.key, count, 1);
      shares.set(containerId, { key: lot.key, count });
    },
    wrote(line: LedgerLine): void {
      written.push({ at: line.recordedAt, by: line.authorName });
    },
    half: () => half?.line,
    outcomes: () => outcomes,
    lots: (): readonly Lot[] =>
      [...lots.values()]
        .filter(({ key }) => {
          const sum = sums.get(key) ?? nothing;
          return sum.sealed !== 0 || sum.openMg !== 0 || sinceCount.has(key);
        })
        .toSorted((a, b) => lotName(a).localeCompare(lotName(b))),
    count(line: LineOf<'counted'>): void {
      if (line.fact.ofId === undefined || half === undefined || half.line.id !== line.fact.ofId) {
        half = { line, book: new Map(sums) };
        return;
      }
      const first = half;
      half = undefined;
      const { fact } = first.line;
      const told = {
        id: line.id,
        at: first.line.recordedAt,
        occasion: fact.occasion as CountOccasion,
        by: [first.line.authorName, line.authorName],
        inventory: fact.inventory,
        note: [fact.note, line.fact.note].filter(Boolean).join(' ') || undefined,
      };
      const isDisturbed = [...sums].some(([key, sum]) => !same(first.book.get(key) ?? nothing, sum));
      const counted = (lines: typeof fact.lines, key: string): Count | undefined => {
        const found = lines.find((one) => one.lotKey === key);
        const strength = lots.get(key)?.strengthMgPerMl;
        if (found === undefined || strength === undefined) return undefined;
        return { sealed: found.sealed, openMg: milligrams(found.openMl * strength) };
      };
      const keys = [...new Set([...fact.lines, ...line.fact.lines].map((one) => one.lotKey))];
      const isSame = keys.every((key) => {
        const [one, other] = [counted(fact.lines, key), counted(line.fact.lines, key)];
        return one !== undefined && other !== undefined && same(one, other);
      });
      if (isDisturbed || !isSame) {
        outcomes.push({ ...told, outcome: isDisturbed ? 'disturbed' : 'not-the-same', lots: [] });
        return;
      }
      const label = `${lastAt === undefined ? 'the opening of the book' : momentIn(lastAt, zone)} to ${momentIn(told.at, zone)}`;
      const by = [first.line.authorId, line.authorId];
      const verdicts = keys.map((key) => {
        const book = first.book.get(key) ?? nothing;
        const found = counted(fact.lines, key) ?? nothing;
        const hold = (part: keyof Count) => {
          const name = `${part} ${key}`;
          const before = kept.get(name) ?? [
            // A lot that was not there to be counted held nothing at the count before.
            { at: lastAt ?? Number.NEGATIVE_INFINITY, label: '', by, book: 0, counted: 0 },
          ];
          const now = { at: told.at, label, by, book: book[part], counted: found[part] };
          const verdict = verdictOf([...before, now]);
          kept.set(name, verdict.difference === 0 ? [now] : [...before, now]);
          return { verdict, since: before[0]?.at, offAt: offAt([...before, now]) };
        };
        return { key, book, found, sealed: hold('sealed'), openMg: hold('openMg') };
      });
      const off = verdicts.flatMap(({ sealed, openMg }) =>
        [sealed, openMg].filter(({ verdict }) => verdict.state === 'differs'),
      );
      const until = off.length === 0 ? undefined : Math.min(...off.map((one) => one.offAt?.at ?? told.at));
      const from =
        off.length === 0
          ? undefined
          : Math.min(...off.map((one) => one.offAt?.since ?? Number.NEGATIVE_INFINITY));
      const since = from !== undefined && Number.isFinite(from) ? from : undefined;
      outcomes.push({
        ...told,
        outcome: until === undefined ? 'agrees' : 'differs',
        lots: verdicts.map(({ key, book, found, sealed, openMg }) => ({
          key,
          name: lotName(lots.get(key) as Lot),
          sealed: heldOf(found.sealed, book.sealed, sealed.verdict),
          openMg: heldOf(found.openMg, book.openMg, openMg.verdict),
          issues: [...sealed.verdict.issues, ...openMg.verdict.issues],
        })),
        shift:
          until === undefined
            ? undefined
            : {
                from: since,
                until,
                writtenBy: [
                  ...new Set(
                    written
                      .filter(({ at }) => (since === undefined || at > since) && at <= until)
                      .map((one) => one.by),
                  ),
                ],
              },
      });
      lastAt = told.at;
      sinceCount.clear();
    },
  };
}

function same(one: Count, other: Count): boolean {
  return one.sealed === other.sealed && one.openMg === other.openMg;
}

function heldOf(
  counted: number,
  book: number,
  { difference }: CountVerdict,
): CountOutcome['lots'][number]['sealed'] {
  return { counted, book, difference: difference ?? milligrams(counted - book) };
}

/** Counts of one thing, the oldest being the last that agreed; what was written between two counts is one movement. */
function verdictOf(counts: readonly Kept[]): CountVerdict {
  return eveningCount({
    counts: counts.map(({ counted, label, at, by }) => ({ counted, shift: label, at, countedBy: by })),
    movements: counts.flatMap((count, index) => {
      const before = counts[index - 1];
      return before === undefined
        ? []
        : [{ change: milligrams(count.book - before.book), shift: count.label, at: count.at }];
    }),
  });
}

/** The first count that did not agree, and the one before it. */
function offAt(counts: readonly Kept[]): { readonly since: Instant; readonly at: Instant } | undefined {
  const index = counts.findIndex(({ book, counted }) => milligrams(counted - book) !== 0);
  const [before, off] = [counts[index - 1], counts[index]];
  return before && off && { since: before.at, at: off.at };
}

function momentIn(at: Instant, zone: ZoneId): string {
  const { date, minuteOfDay } = localTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
