// Whom this person wishes beside them, shown where someone is booked or says that they watch. A wish; it closes nothing.
import { type CareWish, getTeam } from '#api/team.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';

export function useCareWish(patientId: string): CareWish | undefined {
  return useAnswer(['patient', patientId, 'team'], getTeam, { params: { patientId } }).answer?.wish;
}

export function wishInWords({ gender, withName, note }: CareWish): string {
  const wishes = [
    withName,
    gender === 'no-wish' ? undefined : `a ${gender}`,
    note === '' ? undefined : `“${note}”`,
  ].filter((each) => each !== undefined);
  return wishes.length === 0 ? 'No wish for anyone in particular.' : `They wish for ${wishes.join(', ')}.`;
}

export function CareWishLine({ patientId }: { readonly patientId: string }) {
  const wish = useCareWish(patientId);
  if (wish === undefined) return null;
  return <p className="sand-fill rounded-control bg-sand px-4 py-3 text-on-sand">{wishInWords(wish)}</p>;
}

interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly gender?: string | undefined;
}

/** A name as it stands in a list to choose from, with what the wish says of it. */
export function nameBesideWish({ id, name, gender }: Choosable, wish: CareWish | undefined): string {
  if (wish?.withAccountId === id) return `${name} (wished for)`;
  if (wish === undefined || wish.gender === 'no-wish') return name;
  if (gender === undefined) return `${name} (has not said)`;
  return gender === wish.gender ? `${name} (as wished: ${gender})` : name;
}
