// What a clinician approves for their clinic: the words of one page in one language, with the claims it cites. An approval names
// the text by its fingerprint, so that a text with one other letter is nobody's.

import type { LocalDate } from '#clinical/instant.ts';
import { claimOf, type Reviewer } from './claims.ts';
import type { Language, Words } from './language.ts';
import { claimsIn, type Page } from './page.ts';
import { spanishPages } from './pages/es/index.ts';
import { readingPages } from './pages/index.ts';

export type ApprovableText = { readonly page: Page; readonly language: Language };

export function approvableTexts(): readonly ApprovableText[] {
  return [
    ...readingPages.map((page) => ({ page, language: 'en' }) as const),
    ...spanishPages.map((page) => ({ page, language: 'es' }) as const),
  ];
}

export type Approval = {
  readonly path: string;
  /** Of the words as they were read, SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly name: string;
  readonly approvedOn: LocalDate;
};

/** Everything a reader of the page takes for true. Who reviewed it, and by when it is read again, is not part of the words. */
export function wordsToApprove({ page, language }: ApprovableText): string {
  const cited = claimsIn(page).map((id) => {
    const { statement, sourceId, confidence } = claimOf(id);
    return [statement[language], sourceId, confidence];
  });
  return JSON.stringify([page.title, page.lead, page.sections, cited]);
}

const role: Words = { en: 'prescriber', es: 'quien receta' };

/** Who stands behind a text with this fingerprint; nobody where only another text was approved. */
export function reviewerOf(
  text: Pick<Approval, 'path' | 'sha256'>,
  approvals: readonly Approval[],
): Reviewer | undefined {
  const found = approvals.find(({ path, sha256 }) => path === text.path && sha256 === text.sha256);
  return found && { kind: 'clinician', name: found.name, role, approvedOn: found.approvedOn };
}
