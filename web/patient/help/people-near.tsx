// The people one has named, beside the numbers: whom to call who is not a stranger.
import { useQuery } from '@tanstack/react-query';
import { buttonClass } from '#web/kit/button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { telephone } from '#web/kit/telephone.ts';
import { circleQuery } from '#web/patient/more/circle-query.ts';
import { Go } from '#web/patient/page.tsx';
import { circleWords } from '#web/patient/words/circle.ts';

extendCatalog(circleWords);

export function PeopleNear({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(circleQuery(patientId));
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sub font-sub">{t('circle.near')}</h3>
      {data === undefined || data.supporters.length === 0 ? (
        <p>{t(data === undefined ? 'circle.near-not-heard' : 'circle.near-none')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {data.supporters.map(({ linkId, name, role, phone }) => (
            <li key={linkId} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                <span className="font-[560]">{name}</span>
                <span className="text-ink-2">, {role}</span>
              </span>
              {phone === undefined ? (
                <span className="text-small text-ink-2">{t('circle.near-no-phone')}</span>
              ) : (
                <a href={`tel:${telephone(phone)}`} className={buttonClass({ variant: 'plain' })}>
                  {t('circle.near-call', { phone })}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <Go to="/more/circle" className="link inline-flex min-h-12 items-center">
        {t('circle.title')}
      </Go>
    </section>
  );
}
