// What every part of the room reads: the session's facts, the clock, what is open, and which sheet is asked for.
import { createContext, useContext } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import type { CheckSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Alert } from '#dosing-session/alerts.ts';
import type { CheckKind } from '#dosing-session/due-checks.ts';
import type { PartAnswer } from '#dosing-session/parts.ts';
import type { Signal } from '#dosing-session/signals.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { Symptom } from '#dosing-session/symptoms.ts';
import type { SessionFacts } from '#web/clinic/session-facts.ts';
import type { RoomSound } from '#web/clinic/sound/use-room-sound.ts';
import type { RowEntry } from '#web/kit/check-row-entry.ts';
import type { Draft } from '#web/kit/drafts.ts';
import type { SettleStepId, WayHomeStepId } from './steps.ts';

export type SheetAsked =
  | { readonly kind: 'step'; readonly step: SettleStepId | WayHomeStepId }
  | { readonly kind: 'review' }
  | { readonly kind: 'start' }
  | { readonly kind: 'give'; readonly earlier: boolean }
  | { readonly kind: 'rate' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'booster' }
  | { readonly kind: 'line' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'onset' }
  | { readonly kind: 'settle-signal'; readonly signal: Signal }
  | { readonly kind: 'settle-alert'; readonly alert: Alert }
  | { readonly kind: 'rescue' }
  | { readonly kind: 'done-for-them'; readonly forSymptom?: Symptom; readonly firstMoves?: string }
  | { readonly kind: 'experience' }
  | { readonly kind: 'perception' }
  | { readonly kind: 'visit'; readonly checks: readonly CheckKind[] }
  | { readonly kind: 'interruptions' }
  | { readonly kind: 'symptoms' }
  | { readonly kind: 'feelings' }
  | { readonly kind: 'other-signs' }
  | { readonly kind: 'limits' }
  | { readonly kind: 'tighten' }
  | { readonly kind: 'setting' }
  | { readonly kind: 'sound' }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'presence' }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'note' }
  | { readonly kind: 'log' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'call-off' }
  | { readonly kind: 'release' }
  | { readonly kind: 'more' };

export type RoomStage = 'settling' | 'dosing' | 'recovering' | 'released' | 'called-off';

export interface RoomInUse {
  readonly facts: SessionFacts;
  /** Practice: no link leads from here to anyone's record. */
  readonly isDrill: boolean;
  readonly state: SessionState;
  readonly room: SessionRoom;
  readonly edition: Edition;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly stage: RoomStage;
  readonly firstName: string;
  readonly schedule: CheckSchedule | undefined;
  readonly openAlerts: readonly Alert[];
  readonly signals: readonly Signal[];
  /** What may be given next, on a route whose dose goes in by parts. */
  readonly parts: PartAnswer | undefined;
  readonly rowIsInSheet: boolean;
  readonly sound: RoomSound;
  readonly open: (sheet: SheetAsked) => void;
  readonly close: () => void;
  /** Shows the row and its keys in place of a list. */
  readonly showRow: () => void;
}

export const RoomContext = createContext<RoomInUse | undefined>(undefined);

/**
 * The row as it is typed, wherever its boxes stand: on the page, or on the sheet of a visit. Apart from the rest, so that a
 * digit draws its own boxes again and not the whole course.
 */
export const RowDraftContext = createContext<Draft<RowEntry> | undefined>(undefined);

export function useRowDraft(): Draft<RowEntry> {
  const draft = useContext(RowDraftContext);
  if (draft === undefined) throw new Error('There is no row here');
  return draft;
}

/** Only below the room screen, once its facts have been read. */
export function useRoom(): RoomInUse {
  const room = useContext(RoomContext);
  if (room === undefined) throw new Error('There is no room here');
  return room;
}
