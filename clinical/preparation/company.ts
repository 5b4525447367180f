// Who may be in the room beside the team: what the clinic allows, what the person wishes, and which of two wishes is wider.

/** From nothing to all of it. `before-and-after`: not while the dose works. */
export const companyWishes = ['nobody', 'before-and-after', 'throughout'] as const;
export type CompanyWish = (typeof companyWishes)[number];

/** A clinic that has not said anything allows nobody until it does. */
export function isAllowed(wish: CompanyWish, policy: CompanyWish | undefined): boolean {
  return companyWishes.indexOf(wish) <= companyWishes.indexOf(policy ?? 'nobody');
}

export function isNarrower(wish: CompanyWish, before: CompanyWish | undefined): boolean {
  return companyWishes.indexOf(wish) <= companyWishes.indexOf(before ?? 'nobody');
}
