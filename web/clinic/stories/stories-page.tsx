// Stories before they are shown, and those that are: read for what could give somebody away, never for how strong they were.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { decideStory, listStories, type StoryToRead } from '#api/stories.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';

const kindWords = { good: 'Called good', neutral: 'Called neutral', hard: 'Called hard' } as const;
const stateWords = { waiting: 'Waits to be read', shown: 'Shown', 'not-shown': 'Not shown' } as const;

export function StoriesPage() {
  const stories = useAnswer(['stories'], listStories);
  return (
    <DeskPage
      title="Stories"
      lead="Look for names, places and days by which someone could be found, and for harm to others. Good, neutral and hard ones are shown alike; nothing is changed."
    >
      <Heard of={stories}>
        {({ stories: told }) =>
          told.length === 0 ? (
            <EmptyState>Nobody has told a story yet. They tell one on their phone.</EmptyState>
          ) : (
            <ul className="flex max-w-[70ch] flex-col gap-4">
              {told.map((story) => (
                <li key={story.id}>
                  <Story story={story} />
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
    </DeskPage>
  );
}

function Story({ story }: { readonly story: StoryToRead }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const decide = useAct(
    (body: BodyOf<typeof decideStory>, commandId) =>
      call(decideStory, { params: { storyId: story.id }, body, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['stories'] });
    },
  );
  return (
    <Card title={`${kindWords[story.kind]}. ${stateWords[story.state]}`}>
      <p className="text-small text-ink-2">
        Told {formatDate(story.toldAt, 'medium')}, in {story.language === 'es' ? 'Spanish' : 'English'}.
        {story.isExample && ' A written example; the page says so.'}
        {story.decidedByName !== undefined && ` Decided by ${story.decidedByName}.`}
      </p>
      <blockquote className="sand-fill my-3 rounded-control bg-sand px-4 py-3 text-on-sand">
        <p className="own-words whitespace-pre-line">{story.words}</p>
      </blockquote>
      <TextField
        label="A word to the one who told it"
        optional
        value={note}
        onChange={setNote}
        maxLength={4_000}
      />
      <Failure failure={decide.failure} stillTrue="It is as it was." />
      <div className="mt-3 flex flex-wrap gap-3">
        {story.state !== 'shown' && (
          <Button variant="primary" onClick={() => decide.run({ decision: 'shown', note: note.trim() })}>
            Show it
          </Button>
        )}
        {story.state !== 'not-shown' && (
          <Button onClick={() => decide.run({ decision: 'not-shown', note: note.trim() })}>
            Do not show it
          </Button>
        )}
      </div>
    </Card>
  );
}
