// The parts of the screening in the order they are offered. Ids are those the clinic's record uses.

export const sectionIds = ['about', 'medicines', 'allergies', 'history', 'treatments', 'goals'] as const;
export type SectionId = (typeof sectionIds)[number];

export function isSection(id: string): id is SectionId {
  return (sectionIds as readonly string[]).includes(id);
}

export function sectionAfter(id: SectionId): SectionId | undefined {
  return sectionIds[sectionIds.indexOf(id) + 1];
}
