// The pages of getting ready by their address. Their list is not part of what a phone fetches before its first word.
import type { ComponentType } from 'react';
import { page as gone } from './gone-page.tsx';

interface PageModule {
  readonly page: ComponentType;
}

const parts: Readonly<Record<string, () => Promise<PageModule>>> = {
  '/prepare/know': () => import('./know-page.tsx'),
  '/prepare/feelings': () => import('./feelings-page.tsx'),
  '/prepare/asked': () => import('./asked-page.tsx'),
  '/prepare/intention': () => import('./intention-page.tsx'),
  '/prepare/practice': () => import('./practice-page.tsx'),
  '/prepare/plan': () => import('./plan-page.tsx'),
  '/prepare/day': () => import('./day-page.tsx'),
  '/prepare/ride': () => import('./ride-page.tsx'),
  '/prepare/consent': () => import('./consent-page.tsx'),
  '/prepare/readiness': () => import('./readiness-page.tsx'),
  '/prepare/letter': () => import('./letter-page.tsx'),
  '/prepare/stuck': () => import('./stuck-page.tsx'),
  '/prepare/card': () => import('./card-page.tsx'),
};

export const partPaths: readonly string[] = Object.keys(parts);

export async function partPage(path: string): Promise<PageModule> {
  return (await parts[path]?.()) ?? { page: gone };
}
