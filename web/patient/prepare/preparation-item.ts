// One part of the preparation: read it, write its next version, keep it on the phone when the clinic cannot be reached.
import { queryOptions } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  getPreparation,
  type PreparationBody,
  type PreparationItem,
  savePreparation,
} from '#api/preparation.ts';
import { ask, type CallFailure, call, newCommandId } from '#web/kit/api-client.ts';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
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
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const [freshId] = useState(newCommandId);
  const pending = useRef<{ readonly asked: string; readonly commandId: string } | undefined>(undefined);
  const running = useRef(false);
  const write = async (body: PreparationBody): Promise<boolean> => {
    // A hand that shakes taps twice; the second tap is the same act.
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    const input = {
      params: { patientId, cycleId, itemId: before?.id ?? freshId },
      body: { version: before?.version ?? 0, body },
    };
    const asked = JSON.stringify(input);
    const commandId = pending.current?.asked === asked ? pending.current.commandId : newCommandId();
    pending.current = { asked, commandId };
    const result = await call(savePreparation, { ...input, commandId });
    if (result.kind === 'offline')
      await keep(savePreparation, { topic: itemsTopic(cycleId), ...input, commandId });
    const isSafe = result.kind === 'answered' || result.kind === 'offline';
    if (isSafe) pending.current = undefined;
    setFailure(isSafe ? undefined : result);
    setBusy(false);
    running.current = false;
    if (result.kind === 'answered') await queryClient.invalidateQueries({ queryKey: patientKey(patientId) });
    return isSafe;
  };
  return { busy, failure, write };
}
