// What comes after the start and must be there with no signal.
const parts = [
  () => import('./check/check-part.tsx'),
  () => import('./circle-page.tsx'),
  () => import('./drink-reminder.tsx'),
  () => import('./home/guide-content.tsx'),
  () => import('./ride-told-part.tsx'),
  () => import('./side-effect-part.tsx'),
  () => import('#web/kit/after-visit-sections.tsx'),
];

export async function fetchEveryPart(): Promise<void> {
  await Promise.all(parts.map((load) => load()));
}
