// Who of the clinic stands behind a guide in the words this phone holds. The phone compares the words itself: an older or newer
// text than the approved one has nobody's name.
import { useQuery } from '@tanstack/react-query';
import { listApprovedPages } from '#api/page-approvals.ts';
import { reviewerOf, wordsToApprove } from '#content/approvals.ts';
import type { Reviewer } from '#content/claims.ts';
import type { Page } from '#content/page.ts';
import { ask } from '#web/kit/api-client.ts';
import { digestOf } from '#web/kit/digest.ts';
import { currentLanguage } from '#web/kit/locale.ts';

export type Approver = Reviewer | 'asking' | 'not-heard';

export function useApprover(page: Page): Approver {
  const language = currentLanguage();
  const asked = useQuery({
    queryKey: ['approver', page.path],
    queryFn: async () => {
      const { approvals } = await ask(listApprovedPages);
      const sha256 = await digestOf(wordsToApprove({ page, language }));
      return reviewerOf({ path: page.path, sha256 }, approvals) ?? page.review.reviewer;
    },
  });
  return asked.data ?? (asked.isError ? 'not-heard' : 'asking');
}
