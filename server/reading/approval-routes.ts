// A prescriber puts their name to a page of this clinic, in the words they read; anyone may know whose name stands there.

import * as api from '#api/page-approvals.ts';
import { publicRoute, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { approvalsOf, keepApproval, textsNow } from './approvals.ts';

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
        const approvals = await approvalsOf(tx, clinic.zone);
        return {
          pages: textsNow.map(({ page: { path, title }, language, sha256 }) => ({
            path,
            title,
            language,
            sha256,
            approval:
              approvals.find((each) => each.path === path && each.sha256 === sha256) ??
              approvals.find((each) => each.path === path),
          })),
        };
      },
    ),

    route(
      api.approvePage,
      { resource: 'page-approval', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'page-approval.approve' },
      async ({ tx, body, actor, now, audit }) => {
        const text = textsNow.find(({ page }) => page.path === body.path);
        if (text === undefined) return refuse(404, 'absent', 'There is nothing here.');
        if (text.sha256 !== body.sha256)
          return refuse(409, 'stale', 'These words were changed since you read them. Read them again.');
        await keepApproval(tx, body, { id: actor.id, name: actor.name, now });
        audit({ resourceId: body.sha256 });
        return { done: true as const };
      },
    ),
  ];
}
