// The ways in: each ends in a new sign-in whose token goes to the cookie and nowhere else. A wrong try says the same
// whatever was wrong about it.

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type DeviceKind, getClinic, getMe, openLink } from '#api/me.ts';
import * as api from '#api/sign-in.ts';
import {
  type Clinic,
  cookieName,
  noCookie,
  type Principals,
  publicRoute,
  type Route,
  route,
} from '#server/access';
import { languageOf } from '#server/communications';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { isLinkOnItsWay, mailSignInLink } from './mailed-link.ts';
import { passwordMatches } from './password.ts';
import { acceptedStep } from './second-factor.ts';
import * as store from './store.ts';

const minute = 60_000;
const hour = 60 * minute;
const staffLastsMs = 12 * hour;
const patientLastsMs = 24 * hour;
/** Only with a passkey, which lives on the patient's own device. */
const patientPasskeyLastsMs = 30 * 24 * hour;

const wrong = refuse(
  401,
  'not-recognised',
  'That did not match. Check what you typed, or use another way to sign in.',
);
const ended = refuse(410, 'link-ended', 'This link has ended or was already used. Ask for a new one.');

const own = (action: 'r' | 'u') => ({ resource: 'account', action, subject: 'clinic' }) as const;
const ownShift = { resource: 'shift', action: 'u', subject: 'clinic' } as const;

export function signInRoutes(ports: Ports, principals: Principals): readonly Route[] {
  const { secrets, random } = ports;
  const rpID = new URL(ports.origin).hostname;

  function giveCookie(
    context: { header(name: string, value: string): void; now: number },
    token: string,
    expiresAt: number,
  ): void {
    const seconds = Math.floor((expiresAt - context.now) / 1000);
    context.header(
      'set-cookie',
      `${cookieName}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`,
    );
  }

  async function signIn(
    context: { tx: Tx; now: number; header(name: string, value: string): void },
    account: store.Account,
    method: 'password' | 'passkey' | 'email-link',
    device?: DeviceKind,
  ): Promise<void> {
    const lasts =
      account.kind === 'staff' ? staffLastsMs : method === 'passkey' ? patientPasskeyLastsMs : patientLastsMs;
    const expiresAt = context.now + lasts;
    const token = await store.openSignIn(context.tx, random, {
      accountId: account.id,
      method,
      device,
      now: context.now,
      expiresAt,
    });
    giveCookie(context, token, expiresAt);
  }

  async function checkCode(tx: Tx, account: store.Account, code: string, now: number): Promise<boolean> {
    const secret = store.openTotpSecret(secrets, tx.clinicId, account);
    if (secret === undefined) return false;
    const step = acceptedStep(secret, code, now, account.totp_last_step ?? undefined);
    return step !== undefined && (await store.useTotpStep(tx, account.id, step));
  }

  async function checkPasskey(
    tx: Tx,
    challengeId: string,
    response: Record<string, unknown>,
    now: number,
  ): Promise<store.Account | undefined> {
    const challenge = await store.useChallenge(tx, challengeId, 'passkey-sign-in', now);
    const credentialId = response['id'];
    if (challenge?.challenge == null || typeof credentialId !== 'string') return undefined;
    const passkey = await store.passkeyByCredential(tx, credentialId);
    if (passkey === undefined) return undefined;
    const verified = await verifyAuthenticationResponse({
      response: response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge.challenge,
      expectedOrigin: ports.origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    }).catch(() => undefined);
    if (verified?.verified !== true) return undefined;
    await store.passkeyUsed(tx, passkey.id, verified.authenticationInfo.newCounter, now);
    return await store.accountById(tx, passkey.account_id);
  }

  return [
    publicRoute(getClinic, { audit: 'clinic.read' }, async ({ clinic }) => ({
      clinic: clinicCard(clinic),
      demo: ports.demo,
    })),

    route(getMe, own('r'), { audit: 'account.read' }, async ({ tx, actor, clinic }) => ({
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      roles: [...actor.roles],
      patientId: actor.patientId,
      language: actor.patientId === undefined ? 'en' : await languageOf(tx, actor.patientId),
      clinic: clinicCard(clinic),
      onShift: actor.onShift,
      hasPasskey: actor.kind !== 'companion' && (await store.passkeysOf(tx, actor.id)).length > 0,
      vaultKey: secrets.derive(`vault|${clinic.id}|${actor.id}`).toString('base64'),
      signedInUntil: actor.expiresAt,
      demo: ports.demo,
    })),

    publicRoute(
      api.signInWithPassword,
      { audit: 'sign-in.password', rate: 'sign-in' },
      async ({ tx, body, now, newId }) => {
        const account = await store.accountByEmail(tx, body.email);
        const matches = await passwordMatches(body.password, account?.password_hash ?? undefined);
        if (
          !matches ||
          account === undefined ||
          account.kind !== 'staff' ||
          account.totp_secret_sealed === null
        )
          return wrong;
        const challengeId = newId();
        await store.keepChallenge(tx, {
          id: challengeId,
          kind: 'second-factor',
          accountId: account.id,
          now,
          lastsMs: 5 * minute,
        });
        return { challengeId };
      },
    ),

    publicRoute(
      api.confirmSecondFactor,
      { audit: 'sign-in.second-factor', rate: 'sign-in' },
      async (context) => {
        const { tx, body, now } = context;
        const accountId = await store.peekChallenge(tx, body.challengeId, 'second-factor', now);
        const account = accountId === undefined ? undefined : await store.accountById(tx, accountId);
        // A wrong code leaves the first factor standing, so that a slip of one digit does not mean typing it all again.
        if (account === undefined || !(await checkCode(tx, account, body.code, now))) return wrong;
        if ((await store.useChallenge(tx, body.challengeId, 'second-factor', now)) === undefined)
          return wrong;
        await signIn(context, account, 'password');
        return { done: true } as const;
      },
    ),

    publicRoute(
      api.passkeyOptions,
      { audit: 'sign-in.passkey-options', rate: 'sign-in' },
      async ({ tx, now, newId }) => {
        const options = await generateAuthenticationOptions({
          rpID,
          userVerification: 'required',
          timeout: 2 * minute,
        });
        const challengeId = newId();
        await store.keepChallenge(tx, {
          id: challengeId,
          kind: 'passkey-sign-in',
          challenge: options.challenge,
          now,
          lastsMs: 5 * minute,
        });
        return { challengeId, options: { ...options } };
      },
    ),

    publicRoute(api.signInWithPasskey, { audit: 'sign-in.passkey', rate: 'sign-in' }, async (context) => {
      const account = await checkPasskey(
        context.tx,
        context.body.challengeId,
        context.body.response,
        context.now,
      );
      if (account === undefined) return wrong;
      await signIn(context, account, 'passkey', context.body.device);
      return { done: true } as const;
    }),

    publicRoute(
      api.askForLink,
      { audit: 'sign-in.ask-link', rate: 'sign-in' },
      async ({ tx, body, now, clinic }) => {
        const account = await store.accountByEmail(tx, body.email);
        if (account?.kind === 'patient') await mailSignInLink(tx, ports, { account, clinic }, now);
        return { done: true } as const;
      },
    ),

    publicRoute(openLink, { audit: 'sign-in.open-link', rate: 'sign-in' }, async (context) => {
      const { tx, actor, body, now } = context;
      const fresh = await store.useLinkSecret(tx, body.secret, now);
      const link = fresh ?? (await store.linkBySecret(tx, body.secret));
      const account = link?.account_id == null ? undefined : await store.accountById(tx, link.account_id);
      if (link === undefined || account === undefined || account.kind !== 'patient') return ended;
      const isTheirs = actor?.id === account.id;
      // Who is in already goes where the link leads, however often; a sign-in that lasts longer is not exchanged for this one.
      if (fresh === undefined && !isTheirs) return ended;
      if (fresh !== undefined && !(isTheirs && actor.expiresAt > now + patientLastsMs))
        await signIn(context, account, 'email-link', body.device);
      return { done: true, landing: link.landing ?? undefined } as const;
    }),

    publicRoute(
      api.askForLinkAgain,
      { audit: 'sign-in.ask-link-again', rate: 'sign-in' },
      async ({ tx, body, now, clinic }) => {
        const link = await store.linkBySecret(tx, body.secret);
        const account = link?.account_id == null ? undefined : await store.accountById(tx, link.account_id);
        if (account?.kind === 'patient' && !(await isLinkOnItsWay(tx, account.email, now)))
          await mailSignInLink(tx, ports, { account, clinic, landing: link?.landing ?? undefined }, now);
        return { done: true } as const;
      },
    ),

    publicRoute(
      api.openCompanionLink,
      { audit: 'sign-in.companion-link', rate: 'sign-in' },
      async (context) => {
        const link = await store.companionLinkBySecret(context.tx, context.body.secret, context.now);
        if (link === undefined)
          return refuse(
            410,
            'link-ended',
            'This link has ended. Ask the person who sent it for a new one, or call the clinic.',
          );
        const token = await store.openSignIn(context.tx, random, {
          companionLinkId: link.id,
          method: 'companion-link',
          now: context.now,
          expiresAt: link.expires_at,
        });
        giveCookie(context, token, link.expires_at);
        return { done: true } as const;
      },
    ),

    route(api.signOut, own('u'), { audit: 'sign-in.out' }, async ({ tx, actor, now, header }) => {
      await store.revokeSignIn(tx, actor.signInId, now);
      principals.forget();
      header('set-cookie', noCookie);
      header('clear-site-data', '"cache"');
      return { done: true } as const;
    }),

    route(
      api.stepUp,
      own('u'),
      { audit: 'sign-in.step-up', rate: 'sign-in' },
      async ({ tx, actor, body, now }): Promise<{ done: true } | Refusal> => {
        if (body.code !== undefined) {
          const account = await store.accountById(tx, actor.id);
          if (account === undefined || !(await checkCode(tx, account, body.code, now))) return wrong;
        } else if (body.challengeId !== undefined && body.response !== undefined) {
          const account = await checkPasskey(tx, body.challengeId, body.response, now);
          if (account?.id !== actor.id) return wrong;
        } else {
          return refuse(400, 'invalid', 'Give the code or use the passkey.', [
            { path: 'code', message: 'Six digits from your authenticator.' },
          ]);
        }
        await store.markSteppedUp(tx, actor.signInId, now);
        principals.forget();
        return { done: true };
      },
    ),

    route(
      api.passkeyRegistrationOptions,
      own('u'),
      { audit: 'passkey.options' },
      async ({ tx, actor, now, newId, clinic }) => {
        const account = await store.accountById(tx, actor.id);
        if (account === undefined) return refuse(404, 'absent', 'There is nothing here.');
        const existing = await store.passkeysOf(tx, actor.id);
        const options = await generateRegistrationOptions({
          rpName: clinic.name,
          rpID,
          userName: account.email,
          userDisplayName: account.display_name,
          userID: new TextEncoder().encode(account.id),
          attestationType: 'none',
          excludeCredentials: existing.map((passkey) => ({ id: passkey.credential_id })),
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        });
        const challengeId = newId();
        await store.keepChallenge(tx, {
          id: challengeId,
          kind: 'passkey-registration',
          accountId: actor.id,
          challenge: options.challenge,
          now,
          lastsMs: 5 * minute,
        });
        return { challengeId, options: { ...options } };
      },
    ),

    route(api.addPasskey, own('u'), { audit: 'passkey.add' }, async ({ tx, actor, body, now, newId }) => {
      const challenge = await store.useChallenge(tx, body.challengeId, 'passkey-registration', now);
      if (challenge?.challenge == null || challenge.account_id !== actor.id) return wrong;
      const verified = await verifyRegistrationResponse({
        response: body.response as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: challenge.challenge,
        expectedOrigin: ports.origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => undefined);
      if (verified?.verified !== true)
        return refuse(422, 'passkey-not-made', 'The passkey could not be checked. Try again.');
      const { credential } = verified.registrationInfo;
      await store.keepPasskey(tx, {
        id: newId(),
        accountId: actor.id,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        label: body.label,
        now,
      });
      return { done: true } as const;
    }),

    route(
      api.startShift,
      ownShift,
      { audit: 'shift.start' },
      async ({ tx, actor, body, now, clinic, publish }) => {
        await store.startShift(tx, { id: body.id, accountId: actor.id, zone: clinic.zone, now });
        principals.forget();
        publish({ topic: 'floor' });
        return { done: true } as const;
      },
    ),

    route(api.endShift, ownShift, { audit: 'shift.end' }, async ({ tx, actor, now, publish }) => {
      await store.endShift(tx, actor.id, now);
      principals.forget();
      publish({ topic: 'floor' });
      return { done: true } as const;
    }),
  ];
}

function clinicCard(clinic: Clinic) {
  return {
    name: clinic.name,
    phone: clinic.phone,
    address: clinic.address,
    openingHours: clinic.openingHours,
    openingHoursEs: clinic.settings.openingHoursEs,
    zone: clinic.zone,
    crisisPlace: clinic.crisisPlace,
    onCall: clinic.settings.onCall,
  };
}
