// The rule cards of the medicine cupboard: the container, the waste, the count, and the records an inspector opens.

import { federalHolidayRules } from '#clinical/calendar.ts';
import { countEqualsBook, countedByTwo } from '#clinical/medication-stock/evening-count.ts';
import { everyContainerHasLot, expiryIsLastUsableDay } from '#clinical/medication-stock/expiry-and-lot.ts';
import {
  estimateUpToUnits,
  federalInventoryYears,
  iowaCountsExactly,
  iowaInventoryDays,
  iowaInventoryYears,
} from '#clinical/medication-stock/inventory-due.ts';
import { form106Days, noticeBusinessDays } from '#clinical/medication-stock/loss.ts';
import {
  administrationFields,
  disposalFields,
  receiptFields,
} from '#clinical/medication-stock/record-completeness.ts';
import {
  federalDrugRecordYears,
  longestWhenNotKnown,
  nevadaMedicalRecordYears,
  newYorkMedicalRecordYears,
  privacyDocumentYears,
  wisconsinDrugRecordYears,
} from '#clinical/medication-stock/record-retention.ts';
import { vialAddsUp } from '#clinical/medication-stock/vial-balance.ts';
import { wasteNeedsWitness } from '#clinical/medication-stock/waste-witness.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import { sourced } from '#clinical/sourced.ts';

export const medicationStockCards: readonly RuleCard[] = [
  {
    id: 'vial-balance',
    stage: 'medication-stock',
    question: 'Does this container add up?',
    decides:
      'What it held, less used, wasted and remaining, must be nothing. Above zero is missing, below is too much.',
    inputs: ['containerMg', 'usedMg', 'wastedMg', 'remainingMg'],
    whenMissing: 'An amount that is missing or impossible gives no difference: it says unknown.',
    figures: { vialAddsUp },
    sources: ['H-HOUSE'],
  },
  {
    id: 'vial-ledger',
    stage: 'medication-stock',
    question: 'Where do the entries of this container stop fitting?',
    decides:
      'What was drawn from it, what of each draw was given or wasted, and what is left are added up. More drawn than held, more given than drawn, or a rest nobody accounted for is named.',
    inputs: ['containerMg', 'entries', 'drawnMg', 'givenMg', 'wastedMg'],
    whenMissing:
      'An amount or a draw that was not recorded is unknown, and the sums that need it are not given.',
    figures: { vialAddsUp, wasteNeedsWitness },
    sources: ['H-HOUSE', 'T-GEN'],
  },
  {
    id: 'waste-witness',
    stage: 'medication-stock',
    question: 'Was this waste seen by a second person?',
    decides:
      'Another person than the one who wasted it signs under their own name. A name that was filled in for someone does not count.',
    inputs: ['wastedMg', 'wastedBy', 'wastedAt', 'witness'],
    whenMissing: 'A missing amount, person, time or witness is unknown. The witness is never filled in.',
    figures: { wasteNeedsWitness },
    sources: ['T-GEN'],
  },
  {
    id: 'evening-count',
    stage: 'medication-stock',
    question: 'Does the evening count equal the book?',
    decides:
      'The last count and every movement since make the book. Each count is held against it; the shifts between the last one that fitted and the first that did not are named. Two people count.',
    inputs: ['openingCount', 'eveningCount', 'movements', 'countedBy'],
    whenMissing: 'A count or movement without a number is unknown.',
    figures: { countEqualsBook, countedByTwo },
    sources: ['H-HOUSE'],
  },
  {
    id: 'expiry-and-lot',
    stage: 'medication-stock',
    question: 'May this container be used today, and can it be traced?',
    decides: 'It is usable to the end of the printed day or month, and it has a lot.',
    inputs: ['lot', 'expiry', 'today'],
    whenMissing: 'A missing lot, an expiry that cannot be read, or no date for today is unknown.',
    figures: { expiryIsLastUsableDay, everyContainerHasLot },
    sources: ['T-GEN', 'H-HOUSE'],
  },
  {
    id: 'theft-or-loss',
    stage: 'medication-stock',
    question: 'By when must a theft or loss be notified and reported?',
    decides:
      'The written notice is due on the next business day after discovery, leaving out weekends and federal holidays as observed; Form 106 within 45 calendar days.',
    inputs: ['discoveredOn', 'today', 'noticeSentOn', 'form106SentOn'],
    whenMissing: 'Without the day of discovery there is no date; a duty not known to be done is unknown.',
    figures: {
      noticeBusinessDays,
      form106Days,
      federalHolidays: sourced(
        federalHolidayRules.value.map(({ name }) => name),
        federalHolidayRules.unit,
        federalHolidayRules.source,
        federalHolidayRules.confidence,
        federalHolidayRules.note,
      ),
    },
    sources: ['W-CFR', 'T-GEN'],
  },
  {
    id: 'inventory-due',
    stage: 'medication-stock',
    question: 'By when is the next inventory of controlled drugs due, and how must it be counted?',
    decides:
      'Two years after the last one by federal rule, in Iowa a year and a week and exactly. A state whose rule is not known here has the federal one, and that is said.',
    inputs: ['lastOn', 'state', 'today', 'method', 'largestContainerUnits'],
    whenMissing:
      'Without the last day or the state there is no date; a method or container size not known is unknown.',
    figures: {
      federalInventoryYears,
      iowaInventoryYears,
      iowaInventoryDays,
      estimateUpToUnits,
      iowaCountsExactly,
    },
    sources: ['W-CFR', 'W-STATE'],
  },
  {
    id: 'record-retention',
    stage: 'medication-stock',
    question: 'Until when is this record kept?',
    decides:
      'As long as the state asks, or the federal rule where that alone applies. Where no rule is known here, as long as the longest that is.',
    inputs: ['kind', 'madeOn', 'state'],
    whenMissing:
      'Without the day it was made there is no date; without a state the longest is used and said to be unknown.',
    figures: {
      federalDrugRecordYears,
      wisconsinDrugRecordYears,
      newYorkMedicalRecordYears,
      nevadaMedicalRecordYears,
      privacyDocumentYears,
      longestWhenNotKnown,
    },
    sources: ['W-CFR', 'W-STATE', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: 'drug-record-complete',
    stage: 'medication-stock',
    question: 'Does this line of the controlled-drug record say everything it must?',
    decides:
      'A receipt, a dose given and a disposal each have their own list; what is blank or no amount is named.',
    inputs: ['kind', 'record'],
    whenMissing: 'Every gap is unknown.',
    figures: { receiptFields, administrationFields, disposalFields },
    sources: ['W-CFR', 'W-STATE'],
  },
];
