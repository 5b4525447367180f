// When someone answers, in the clinic's own words: in Spanish where it wrote them so, else as it wrote them.

export type OpeningHours = {
  readonly openingHours: string;
  readonly openingHoursEs?: string | undefined;
};

export function openingHoursIn(
  language: 'en' | 'es',
  { openingHours, openingHoursEs }: OpeningHours,
): string {
  return language === 'es' ? (openingHoursEs ?? openingHours) : openingHours;
}
