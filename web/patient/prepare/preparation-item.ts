// One part of the preparation: read it, write its next version, keep it on the phone when the clinic cannot be reached.
import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import {
  getPreparation,
  type PreparationBody,
  type PreparationItem,
  savePreparation,
} from '#api/preparation.ts';
import { ask, type CallFailure, newCommandId } from '#web/kit/api-client.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { itemsTopic } from './waiting-items.ts';

export type Kind = PreparationBody['kind'];
export type BodyOfKind<K extends Kind> = Extract<PreparationBody, { kind: K }>;

export function preparationQuery(patientId: string, cycleId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'preparation', cycleId),
    queryFn: () => ask(getPreparation, { params: { patientId, cycleId } }),
  });
}

/** The latest of a kind; there is one in ordinary use, and the newest counts when a phone and a nurse both made one. */
export function latestOf<K extends Kind>(
  items: readonly PreparationItem[],
  kind: K,
): { readonly item: PreparationItem; readonly body: BodyOfKind<K> } | undefined {
  const [item] = items
    .filter((each) => each.body.kind === kind)
    .toSorted((a, b) => b.recordedAt - a.recordedAt);
  return item === undefined ? undefined : { item, body: item.body as BodyOfKind<K> };
}

export interface ItemWriter {
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  /** True once it is safe: with the clinic, or kept on this phone until there is a way. */
  readonly write: (body: PreparationBody) => Promise<boolean>;
}

export function useItemWriter(cycleId: string, before: PreparationItem | undefined): ItemWriter {
  const { patientId } = usePerson();
  const { busy, failure, run } = useKeptAct(savePreparation, itemsTopic(cycleId));
  const [freshId] = useState(newCommandId);
  const write = async (body: PreparationBody): Promise<boolean> => {
    const safe = await run({
      params: { patientId, cycleId, itemId: before?.id ?? freshId },
      body: { version: before?.version ?? 0, body },
    });
    if (safe?.kind === 'sent') await queryClient.invalidateQueries({ queryKey: patientKey(patientId) });
    return safe !== undefined;
  };
  return { busy, failure, write };
}
