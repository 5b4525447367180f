// Tries each address on the reading list and brings the owner when one falls silent. It asks other companies' servers, so it
// runs only where the installation switched it on, and says nothing of who reads here.

import { readingPages } from '#content/pages/index.ts';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';
import { keepTry } from './links.ts';

/** Whether a place answers. */
export type Reach = (href: string) => Promise<boolean>;

const patienceMs = 15_000;

export const reachByHead: Reach = async (href) => {
  try {
    const answer = await fetch(href, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    // A server that does not like to be asked this way is still there.
    return answer.status < 400 || answer.status === 403 || answer.status === 405 || answer.status === 429;
  } catch {
    // No answer is the answer.
    return false;
  }
};

export function listedLinks(): readonly string[] {
  return readingPages.flatMap((page) =>
    page.sections.flatMap((section) =>
      section.blocks.flatMap((block) =>
        block.kind === 'resources'
          ? block.items.flatMap((item) => (item.href === undefined ? [] : [item.href]))
          : [],
      ),
    ),
  );
}

export async function checkLinks(ports: Ports, reach: Reach): Promise<void> {
  const now = ports.clock.now();
  const tried: { href: string; answers: boolean }[] = [];
  for (const href of listedLinks()) tried.push({ href, answers: await reach(href) });
  const { rows: clinics } = await ports.pool.query<{ id: string }>('select id from clinics');
  for (const { id: clinicId } of clinics) {
    await withTenant(ports.pool, { clinicId }, async (tx) => {
      for (const { href, answers } of tried) {
        if (!(await keepTry(tx, href, answers, now))) continue;
        await raiseTask(
          tx,
          {
            id: idFrom(`${clinicId}|dead-link|${href}|${now}`),
            kind: 'dead-link',
            ownerRole: 'front-desk',
            detail: { listedLink: href },
            priority: 'routine',
          },
          now,
        );
      }
    });
  }
}
