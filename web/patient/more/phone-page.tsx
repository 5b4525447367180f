// This phone: its language, the time zone lived by, its lock as a way in, and the way out.
import { useState } from 'react';
import { signOut } from '#api/sign-in.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { forgetAccount } from '#web/kit/device-store.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { tellWorkerLanguage } from '#web/kit/knock-worker.ts';
import { currentLanguage, extendCatalog, setLocale, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import type { Language } from '#web/kit/preferred-language.ts';
import { takeTheOffer, useHomeScreenWay } from '#web/patient/home-screen.ts';
import { leavePhone } from '#web/patient/leave-phone.ts';
import { letterbox } from '#web/patient/letterbox/letterbox.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { hasPasskeys } from '#web/patient/passkey.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { remember } from '#web/patient/phone-memory.ts';
import { say } from '#web/patient/say.ts';
import { AddPhoneLock } from '#web/patient/today/add-phone-lock.tsx';
import { useAct } from '#web/patient/use-act.ts';
import { moreWords } from '#web/patient/words/more.ts';
import { SignIns } from './sign-ins.tsx';
import { tellClinic } from './tell-clinic.ts';
import { TimeZone } from './time-zone.tsx';

extendCatalog(moreWords);

function PhonePage() {
  const { me } = usePerson();
  const now = useNow(60_000);
  return (
    <Page
      place="/more"
      title={t('phone.title')}
      lead={t('phone.signed-in-as', { name: me.name })}
      back={{ to: '/more', label: t('place.more') }}
    >
      <LanguageChoice />
      <TimeZone />
      {hasPasskeys() && (
        <Section title={t('phone.lock')}>
          {me.hasPasskey && <p>{t('phone.lock-has')}</p>}
          <AddPhoneLock />
        </Section>
      )}
      <HomeScreen />
      <SignIns />
      <Section title={t('phone.out')}>
        <p className="text-ink-2">{say('phone.until', { when: whenWords(me.signedInUntil, now) })}</p>
        <SignOut />
      </Section>
    </Page>
  );
}

function LanguageChoice() {
  const { me, patientId } = usePerson();
  const [notTold, setNotTold] = useState(false);
  const choose = async (language: Language): Promise<void> => {
    remember({ language });
    setLocale({ language, timeZone: me.clinic.zone });
    // Where nobody can be knocked at, nobody needs to know the language.
    tellWorkerLanguage(language).catch(() => undefined);
    // Letters and mails come in this language too.
    setNotTold(!(await tellClinic(patientId, { language })));
  };
  return (
    <div className="flex flex-col gap-3">
      <ChoiceGroup
        label={t('phone.language')}
        value={currentLanguage()}
        onChange={choose}
        columns={2}
        choices={[
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'es', label: <span lang="es">Español</span> },
        ]}
      />
      {notTold && <ErrorState compact title={t('phone.language-failed')} />}
    </div>
  );
}

function HomeScreen() {
  const way = useHomeScreenWay();
  if (way === 'is-there') return null;
  return (
    <Section title={t('phone.home')}>
      <p>{t('phone.home-text')}</p>
      {way === 'one-tap' ? (
        <Button onClick={takeTheOffer}>{t('phone.home-go')}</Button>
      ) : (
        <p>{t(`phone.home-${way}`)}</p>
      )}
    </Section>
  );
}

function SignOut() {
  const { me } = usePerson();
  const act = useAct(signOut);
  const outbox = useTransport();
  const [forgets, setForgets] = useState(false);
  const waiting = outbox.waiting.length + outbox.refused.length;
  const leave = async (): Promise<void> => {
    const done = await act.run({ body: {} });
    if (done === undefined) return;
    await leavePhone();
    if (forgets) await Promise.all([forgetAccount(me.id), letterbox.forget(me.id)]);
    location.assign('/app/');
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {waiting > 0 && <p>{t('phone.out-waiting', { count: waiting })}</p>}
      <Checkbox
        label={t('phone.forget')}
        detail={t('phone.forget-text')}
        ticked={forgets}
        onChange={setForgets}
      />
      <Button onClick={leave} busy={act.busy ? t('phone.out-busy') : undefined}>
        {t('phone.out')}
      </Button>
      {act.failure !== undefined && (
        <ErrorState
          compact
          title={act.failure.kind === 'offline' ? t('phone.out-offline') : failureWords(act.failure)}
        />
      )}
    </div>
  );
}

export const page = PhonePage;
