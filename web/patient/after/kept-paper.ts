// What tonight needs, kept on the phone: what was given and what was felt is not in it. Forgotten after a few days and whenever
// the person leaves this phone.
import type { AfterVisitPaper, AfterVisitPart } from '#dosing-session/papers/after-visit.ts';
import { deviceNow } from '#web/kit/clock.ts';
import { keptOnPhone } from '#web/patient/kept-on-phone.ts';

const keptForMs = 4 * 24 * 60 * 60_000;

export const partsForTonight: readonly AfterVisitPart[] = [
  'driving',
  'tonight',
  'food',
  'normal',
  'call',
  'emergency',
  'reach',
  'medicines',
];

export interface KeptPaper {
  readonly date: string;
  readonly keptAt: number;
  readonly papers: Readonly<Record<'en' | 'es', AfterVisitPaper>>;
}

const shelf = keptOnPhone<KeptPaper>('mooring-tonight');

function withoutTheVisit(paper: AfterVisitPaper): AfterVisitPaper {
  return { ...paper, sections: paper.sections.filter(({ id }) => partsForTonight.includes(id)) };
}

export function keepPaper(
  date: string,
  papers: Readonly<Record<'en' | 'es', AfterVisitPaper>>,
): Promise<boolean> {
  return shelf.keep({
    date,
    keptAt: deviceNow(),
    papers: { en: withoutTheVisit(papers.en), es: withoutTheVisit(papers.es) },
  });
}

export async function keptPaper(): Promise<KeptPaper | undefined> {
  const kept = await shelf.read();
  if (kept === undefined || deviceNow() - kept.keptAt <= keptForMs) return kept;
  await shelf.forget();
  return undefined;
}

export const forgetPaper = shelf.forget;
