// The one decision function. It is given who asks, what for and how they stand to it, and answers with the rule it used.

import {
  type Action,
  type CompanionScope,
  clausesOf,
  type RelationName,
  type Resource,
  type RoleName,
} from './policy.ts';

/** How the person asking stands to the subject of the request, all that are true. */
export type Standing = {
  readonly relations: ReadonlySet<RelationName>;
  readonly scopes: ReadonlySet<CompanionScope>;
};

export type Decision =
  | {
      readonly allowed: true;
      readonly role: RoleName;
      readonly relation: RelationName;
      readonly rule: string;
    }
  | { readonly allowed: false; readonly status: 403 | 404; readonly rule: string };

const clinicalRoles: ReadonlySet<RoleName> = new Set(['nurse', 'prescriber', 'therapist']);

export function decide(
  roles: readonly RoleName[],
  resource: Resource,
  action: Action,
  standing: Standing,
): Decision {
  for (const role of roles) {
    for (const clause of clausesOf(resource, role)) {
      if (!clause.actions.has(action)) continue;
      if (!standing.relations.has(clause.relation)) continue;
      if (clause.scope !== undefined && !standing.scopes.has(clause.scope)) continue;
      const scope = clause.scope === undefined ? '' : `(${clause.scope})`;
      return {
        allowed: true,
        role,
        relation: clause.relation,
        rule: `${resource}/${role}/${clause.relation}${scope}:${action}`,
      };
    }
  }
  // Existence is data: a patient or a companion cannot tell a forbidden record from one that never was. Clinical staff
  // of the same clinic are told that the record is not theirs; everyone else who may never read it is told so too.
  const isStaff = roles.some((role) => role !== 'patient' && role !== 'companion');
  const couldInCare = roles.some(
    (role) =>
      clinicalRoles.has(role) && clausesOf(resource, role).some((clause) => clause.actions.has(action)),
  );
  const rule = `${resource}/none:${action}`;
  return {
    allowed: false,
    status: isStaff && (couldInCare || standing.relations.has('tenant')) ? 403 : 404,
    rule,
  };
}
