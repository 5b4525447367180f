// The phone cannot reach the clinic and does not know yet who holds it. What works without a network is offered.
import { useEffect, useState } from 'react';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keptPaper } from './after/kept-paper.ts';
import { useKeptPlan } from './help/kept-plan.ts';
import { UnlockCard } from './kept/unlock-card.tsx';
import { Go, Page } from './page.tsx';
import { phoneMemory } from './phone-memory.ts';
import { awayWords } from './words/away.ts';

extendCatalog(awayWords);

function AwayPage() {
  const plan = useKeptPlan();
  const [hasPaper, setHasPaper] = useState(false);
  useEffect(() => {
    keptPaper().then((paper) => setHasPaper(paper !== undefined));
  }, []);
  return (
    <Page place="/" title={t('away.title')} lead={t('away.lead')}>
      <UnlockCard />
      <p>{t(phoneMemory().opensWithLock === true ? 'away.also' : 'away.what')}</p>
      <ul className="flex flex-col gap-1">
        {plan !== undefined && plan !== 'none' && (
          <li>
            <Go to="/safety-plan" className="link inline-flex min-h-12 items-center font-sub">
              {t('help.plan')}
            </Go>
          </li>
        )}
        {hasPaper && (
          <li>
            <Go to="/tonight" className="link inline-flex min-h-12 items-center font-sub">
              {t('away.tonight')}
            </Go>
          </li>
        )}
        <li>
          <Go to="/breathe" className="link inline-flex min-h-12 items-center">
            {t('away.breathe')}
          </Go>
        </li>
        <li>
          <Go to="/journal" className="link inline-flex min-h-12 items-center">
            {t('away.write')}
          </Go>
        </li>
        <li>
          <Go to="/learn" className="link inline-flex min-h-12 items-center">
            {t('place.learn')}
          </Go>
        </li>
      </ul>
    </Page>
  );
}

export const page = AwayPage;
