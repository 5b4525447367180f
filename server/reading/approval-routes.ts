// A prescriber puts their name to a page of this clinic, in the words they read, or takes a name back; anyone may know whose name
// stands there.

import * as api from '#api/page-approvals.ts';
import { publicRoute, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { approvalsOf, everyApproval, keepApproval, takeBack, textsNow } from './approvals.ts';

export function pageApprovalRoutes(): readonly Route[] {
  return [
    publicRoute(api.listApprovedPages, { audit: 'page-approval.told' }, async ({ tx, clinic }) => ({
      approvals: await approvalsOf(tx, clinic.zone),
    })),

    route(
      api.listPagesToApprove,
      { resource: 'page-approval', action: 'r', subject: 'clinic' },
      { audit: 'page-approval.list' },
      async ({ tx, clinic }) => {
        const every = await everyApproval(tx, clinic.zone);
        return {
          pages: textsNow.map(({ page: { path, title }, language, sha256 }) => {
            const history = every.filter((each) => each.path === path).map(({ path: _, ...past }) => past);
            const inForce = history.filter(({ takenBack }) => takenBack === undefined);
            const newest = inForce.find((each) => each.sha256 === sha256) ?? inForce[0];
            return {
              path,
              title,
              language,
              sha256,
              approval: newest && {
                path,
                sha256: newest.sha256,
                name: newest.name,
                approvedOn: newest.approvedOn,
              },
              history,
            };
          }),
        };
      },
    ),

    route(
      api.approvePage,
      { resource: 'page-approval', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'page-approval.approve' },
      async ({ tx, body, actor, now, audit, newId }) => {
        const text = textsNow.find(({ page }) => page.path === body.path);
        if (text === undefined) return refuse(404, 'absent', 'There is nothing here.');
        if (text.sha256 !== body.sha256)
          return refuse(409, 'stale', 'These words were changed since you read them. Read them again.');
        await keepApproval(tx, newId(), body, { id: actor.id, name: actor.name, now });
        audit({ resourceId: body.sha256 });
        return { done: true as const };
      },
    ),

    route(
      api.takeBackApproval,
      { resource: 'page-approval', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'page-approval.take-back' },
      async ({ tx, body, actor, now, audit }) => {
        if (!(await takeBack(tx, body, { id: actor.id, name: actor.name, now })))
          return refuse(409, 'not-approved', 'Nobody’s name stands under these words any more.');
        audit({ resourceId: body.sha256 });
        return { done: true as const };
      },
    ),
  ];
}
