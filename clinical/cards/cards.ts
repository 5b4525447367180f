// The whole rule book: every card, in the order a patient lives them.

import type { RuleCard } from '#clinical/rule-card.ts';
import { billingCards } from './billing.ts';
import { deviceCards } from './devices.ts';
import { dischargeCards } from './discharge.ts';
import { dosingCards } from './dosing.ts';
import { instrumentCards } from './instruments.ts';
import { lawCards } from './law.ts';
import { medicationStockCards } from './medication-stock.ts';
import { monitoringCards } from './monitoring.ts';
import { outcomesCards } from './outcomes.ts';
import { protocolCards } from './protocol.ts';
import { recordedScalesCards } from './recorded-scales.ts';
import { riskCards } from './risk.ts';
import { safetyProgramCards } from './safety-programs.ts';
import { screeningCards } from './screening.ts';

export const cards: readonly RuleCard[] = [
  ...screeningCards,
  ...instrumentCards,
  ...recordedScalesCards,
  ...riskCards,
  ...dosingCards,
  ...monitoringCards,
  ...deviceCards,
  ...dischargeCards,
  ...protocolCards,
  ...outcomesCards,
  ...safetyProgramCards,
  ...medicationStockCards,
  ...lawCards,
  ...billingCards,
];
