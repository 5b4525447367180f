// What comes after the start and must be there with no signal.
export const everyPart = [
  () => import('./check/check-part.tsx'),
  () => import('./circle-page.tsx'),
  () => import('./drink-reminder.tsx'),
  () => import('./home/guide-content.tsx'),
  () => import('./ride-told-part.tsx'),
  () => import('./side-effect-part.tsx'),
  () => import('#web/kit/after-visit-sections.tsx'),
];
