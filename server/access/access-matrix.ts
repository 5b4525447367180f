// The access matrix as a page a reviewer can read: every route by every role and every way that role can stand to the
// subject, and the whole policy behind it. Written by `npm run golden`; a change of who may do what is a diff of it.

import { decide, type Standing } from './decide.ts';
import {
  type Action,
  type CompanionScope,
  policy,
  type RelationName,
  type Resource,
  type RoleName,
  roles,
} from './policy.ts';
import type { Route, RouteAccess } from './registry.ts';

/** One way a person of a role can stand to what a request is about. */
export type Stand = { readonly name: string; readonly role: RoleName; readonly standing: Standing };

export type Cell = { readonly verdict: 'yes' | '401' | '403' | '404'; readonly rule: string };

const stand = (
  name: string,
  role: RoleName,
  relations: readonly RelationName[],
  scopes: readonly CompanionScope[] = [],
): Stand => ({
  name,
  role,
  standing: { relations: new Set(relations), scopes: new Set(scopes) },
});

const scopes: readonly CompanionScope[] = [
  'day',
  'live-status',
  'outcomes',
  'safety',
  'report',
  'home-session',
  'home-guide',
];
const staffRoles = roles.filter((role) => role !== 'patient' && role !== 'companion');

/** Ways to stand to one patient of the path. */
const toPatient: readonly Stand[] = [
  stand('patient, their own', 'patient', ['own', 'self']),
  stand('patient, someone else’s', 'patient', ['own']),
  ...scopes.map((scope) => stand(`companion, linked (${scope})`, 'companion', ['own', 'linked'], [scope])),
  stand('companion, of someone else', 'companion', ['own'], scopes),
  ...staffRoles.flatMap((role) => [
    stand(`${role}, in care`, role, ['own', 'tenant', 'care']),
    stand(`${role}, same clinic`, role, ['own', 'tenant']),
  ]),
];

/** Ways to ask for something that is about no one patient. */
const toClinic: readonly Stand[] = [
  stand('patient', 'patient', ['own']),
  ...scopes.map((scope) => stand(`companion (${scope})`, 'companion', ['own', 'linked'], [scope])),
  ...staffRoles.flatMap((role) => [
    stand(`${role}, on shift`, role, ['own', 'tenant', 'shift']),
    stand(`${role}, not on shift`, role, ['own', 'tenant']),
  ]),
];

export function standsFor(access: RouteAccess): readonly Stand[] {
  if ('public' in access) return [];
  return access.subject === 'patient' ? toPatient : toClinic;
}

export function cellOf(access: RouteAccess, { role, standing }: Pick<Stand, 'role' | 'standing'>): Cell {
  if ('public' in access) return { verdict: 'yes', rule: 'public' };
  const decision = decide([role], access.resource, access.action, standing);
  return { verdict: decision.allowed ? 'yes' : `${decision.status}`, rule: decision.rule };
}

const actionWords: readonly (readonly [Action, string])[] = [
  ['r', 'read'],
  ['c', 'create'],
  ['u', 'correct'],
  ['s', 'sign'],
  ['x', 'run or act'],
  ['d', 'delete'],
];

export function accessMatrix(routes: readonly Route[]): string {
  const name = ({ endpoint }: Route): string => `${endpoint.method} ${endpoint.path}`;
  const sorted = [...routes].sort((a, b) =>
    a.endpoint.path < b.endpoint.path
      ? -1
      : a.endpoint.path > b.endpoint.path
        ? 1
        : name(a) < name(b)
          ? -1
          : 1,
  );
  return [
    'Who may do what. Generated: `npm run golden` writes it, a test compares it, a reviewer reads the difference.',
    '',
    'Every other clinic’s staff and patients are nobody here: their sign-in answers 401, another clinic’s ids answer 404.',
    'A 404 is the same as for something that never was. A 403 is told only to staff of the same clinic.',
    '',
    '== The policy: resource by role ==',
    '',
    `Actions: ${actionWords.map(([letter, word]) => `${letter} ${word}`).join(', ')}.`,
    '',
    ...Object.entries(policy).flatMap(([resource, row]) => [
      resource,
      ...roles.flatMap((role) => {
        const cell = (row as Partial<Record<RoleName, string>>)[role];
        return cell === undefined ? [] : [`  ${role.padEnd(12)} ${cell}`];
      }),
    ]),
    '',
    '== The routes: by role and how they stand to the subject ==',
    ...sorted.flatMap((each) => ['', ...routeLines(name(each), each)]),
    '',
  ].join('\n');
}

function routeLines(name: string, { access, audit, rate }: Route): readonly string[] {
  if ('public' in access)
    return [
      name,
      `  public; audited as ${audit}; budget ${rate}`,
      '  everyone, also a visitor             yes',
    ];
  const needs = `${access.resource as Resource}:${access.action}${access.freshSignIn ? ', after showing again that it is them' : ''}`;
  return [
    name,
    `  needs ${needs}; about ${access.subject === 'patient' ? 'the patient of the path' : 'the clinic'}; audited as ${audit}; budget ${rate}`,
    `  ${'visitor'.padEnd(36)} 401`,
    ...standsFor(access).map((each) => {
      const { verdict, rule } = cellOf(access, each);
      return `  ${each.name.padEnd(36)} ${verdict.padEnd(4)} ${rule}`;
    }),
  ];
}
