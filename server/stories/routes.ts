// Telling a story, deciding whether it is shown, and taking it back. Whoever decides reads no name.

import * as api from '#api/stories.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { raiseTask } from '#server/tasks';
import { decide, keepStory, ownStories, storiesToRead, withdraw } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const noNumbers = refuse(
  422,
  'reaches-someone',
  'This holds a telephone number or an address by which someone could be found. Take it out first.',
  [{ path: 'words', message: 'Take out numbers and addresses.' }],
);

/** A number long enough to ring, or an e-mail address. Names a person reads; these nobody should have to find. */
const reachable = /(\+?\d[\d ()./-]{6,}\d)|([^\s@]+@[^\s@]+\.[^\s@]+)/;

export function storyRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listOwnStories,
      { resource: 'own-story', action: 'r', subject: 'patient' },
      { audit: 'story.list' },
      async ({ tx, params }) => ({ stories: await ownStories(tx, params.patientId ?? '') }),
    ),

    route(
      api.tellStory,
      { resource: 'own-story', action: 'c', subject: 'patient' },
      { audit: 'story.tell' },
      async (context) => {
        const { tx, params, body, now, newId } = context;
        const { patientId = '' } = params;
        const { id, language, kind, words } = body;
        if (reachable.test(words)) return noNumbers;
        await keepStory(tx, { id, patientId, language, kind, words }, now);
        await raiseTask(
          tx,
          { id: newId(), kind: 'read-story', ownerRole: 'therapist', priority: 'routine' },
          now,
        );
        context.audit({ resourceId: id });
        return (await ownStories(tx, patientId)).find((story) => story.id === id) ?? absent;
      },
    ),

    route(
      api.withdrawStory,
      { resource: 'own-story', action: 'd', subject: 'patient' },
      { audit: 'story.withdraw' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', storyId = '' } = params;
        context.audit({ resourceId: storyId });
        return (await withdraw(tx, { patientId, id: storyId }, now)) ? { done: true as const } : absent;
      },
    ),

    route(
      api.listStories,
      { resource: 'story', action: 'r', subject: 'clinic' },
      { audit: 'story.read-all' },
      async ({ tx }) => ({ stories: await storiesToRead(tx) }),
    ),

    route(
      api.decideStory,
      { resource: 'story', action: 'u', subject: 'clinic' },
      { audit: 'story.decide' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { storyId = '' } = params;
        await decide(tx, { id: storyId, ...body, by: actor.id, byName: actor.name }, now);
        context.audit({ resourceId: storyId });
        return (await storiesToRead(tx)).find((story) => story.id === storyId) ?? absent;
      },
    ),
  ];
}
