// The one sheet that may stand over the room at a time.

import { BackUpSheet } from './back-up-sheet.tsx';
import {
  OtherSignsSheet,
  RescueSheet,
  SettleAlertSheet,
  SettleSignalSheet,
  SymptomsSheet,
} from './care-sheets.tsx';
import { CallOffSheet, PauseSheet, RateSheet, ReviewSheet, StartSheet, StopSheet } from './dose-sheets.tsx';
import { BoosterSheet, EffectSheet, LineSheet } from './drip-sheets.tsx';
import { ExperienceSheet, FeelingsSheet, PerceptionSheet } from './felt-sheets.tsx';
import { GiveSheet } from './give-sheet.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';
import { HelpGivenSheet } from './help-given-sheet.tsx';
import { InterruptionsSheet } from './interruptions-sheet.tsx';
import { OnsetSheet } from './onset-sheet.tsx';
import { PresenceSheet } from './presence-sheet.tsx';
import type { SheetAsked } from './room-context.ts';
import { LimitsSheet, LogSheet, MoreSheet, NoteSheet, RefusedSheet } from './room-sheets.tsx';
import { SettingSheet } from './setting-sheet.tsx';
import { SettleSheet } from './settle-sheets.tsx';
import { SoundSheet } from './sound-sheet.tsx';
import { isWayHomeStep } from './steps.ts';
import { TightenSheet } from './tighten-sheet.tsx';
import { VisitSheet } from './visit-sheet.tsx';
import { ReleaseSheet, WayHomeSheet } from './way-home-sheets.tsx';

export function RoomSheet({ asked }: { readonly asked: SheetAsked }) {
  switch (asked.kind) {
    case 'step':
      return isWayHomeStep(asked.step) ? (
        <WayHomeSheet step={asked.step} />
      ) : (
        <SettleSheet step={asked.step} />
      );
    case 'review':
      return <ReviewSheet />;
    case 'start':
      return <StartSheet />;
    case 'give':
      return <GiveSheet earlier={asked.earlier} />;
    case 'rate':
      return <RateSheet />;
    case 'pause':
      return <PauseSheet />;
    case 'stop':
      return <StopSheet />;
    case 'booster':
      return <BoosterSheet />;
    case 'line':
      return <LineSheet />;
    case 'effect':
      return <EffectSheet />;
    case 'onset':
      return <OnsetSheet />;
    case 'settle-signal':
      return <SettleSignalSheet signal={asked.signal} />;
    case 'settle-alert':
      return <SettleAlertSheet alert={asked.alert} />;
    case 'rescue':
      return <RescueSheet />;
    case 'done-for-them':
      return <HelpGivenSheet forSymptom={asked.forSymptom} firstMoves={asked.firstMoves} />;
    case 'visit':
      return <VisitSheet checks={asked.checks} />;
    case 'interruptions':
      return <InterruptionsSheet />;
    case 'symptoms':
      return <SymptomsSheet />;
    case 'feelings':
      return <FeelingsSheet />;
    case 'experience':
      return <ExperienceSheet />;
    case 'perception':
      return <PerceptionSheet />;
    case 'other-signs':
      return <OtherSignsSheet />;
    case 'limits':
      return <LimitsSheet />;
    case 'tighten':
      return <TightenSheet />;
    case 'setting':
      return <SettingSheet />;
    case 'sound':
      return <SoundSheet />;
    case 'hand-over':
      return <HandOverSheet />;
    case 'presence':
      return <PresenceSheet />;
    case 'back-up':
      return <BackUpSheet />;
    case 'note':
      return <NoteSheet />;
    case 'log':
      return <LogSheet />;
    case 'refused':
      return <RefusedSheet />;
    case 'call-off':
      return <CallOffSheet />;
    case 'release':
      return <ReleaseSheet />;
    case 'more':
      return <MoreSheet />;
  }
}
