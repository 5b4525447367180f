// A finding lists what is missing by the names of its rule; on paper each stands in the words of the form that asks it.
import { bladder } from '#clinical/instruments/bladder.ts';
import { misuse } from '#clinical/instruments/misuse.ts';

/** The short words a form has for each of its questions, by the name the rule has for the same. */
const topics: ReadonlyMap<string, string> = new Map(
  [bladder, misuse].flatMap((form) =>
    form.items.map(({ id, topic }) => [id.slice(`${form.id}-`.length), topic] as const),
  ),
);

/** Only a whole entry of a list is put in words; what no form asks is at least read as words. A sentence stays as it is. */
export function findingInWords(title: string): string {
  return title.replace(/(?<=[:,] )[a-z-]+(?=[,.])/g, (name) => topics.get(name) ?? name.replaceAll('-', ' '));
}
