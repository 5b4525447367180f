// The kinds of the safety programme, the law, the stock and the codes for what was done.

import { esketamineCode } from '#clinical/billing/esketamine-codes.ts';
import { infusionCodes } from '#clinical/billing/infusion-codes.ts';
import { psychotherapyCode } from '#clinical/billing/psychotherapy-codes.ts';
import { isTelemedicineCovered } from '#clinical/law/telemedicine.ts';
import { nextInventory } from '#clinical/medication-stock/inventory-due.ts';
import { lossDates } from '#clinical/medication-stock/loss.ts';
import { vialBalance } from '#clinical/medication-stock/vial-balance.ts';
import { checkMonitoringForm } from '#clinical/safety-programs/check-monitoring-form.ts';
import { dischargeEarliest, dischargeEarliestStamps } from '#clinical/safety-programs/discharge-earliest.ts';
import { isMonitoringFormLate, monitoringFormDue } from '#clinical/safety-programs/monitoring-form-clock.ts';
import { monitoringMinutes } from '#clinical/safety-programs/monitoring-minutes.ts';
import { icd10cmCodeOf } from '#clinical/terminology/icd-10-cm.ts';
import { loincCode } from '#clinical/terminology/loinc.ts';
import { type Input, numberOf, saidOf, textOf } from './input.ts';
import { momentOf } from './moment.ts';

export const programmeKinds = {
  'rems.dueDate': (input: Input) => {
    const due = monitoringFormDue({
      administeredAt: momentOf(input, 'administeredAt'),
      zone: textOf(input, 'timeZone'),
    });
    return { localDate: due?.localDate, dueDate: due?.dueDate };
  },
  'rems.lateness': (input: Input) => ({
    late: isMonitoringFormLate({ dueDate: textOf(input, 'dueDate'), today: textOf(input, 'today') }),
  }),
  'rems.dischargeEarliest': (input: Input) =>
    dischargeEarliestStamps(
      dischargeEarliest({
        firstDeviceAt: momentOf(input, 'firstDeviceAt'),
        lastDeviceAt: momentOf(input, 'lastDeviceAt'),
      }),
      textOf(input, 'timeZone'),
    ),
  'rems.monitoringMinutes': (input: Input) => {
    const watched = monitoringMinutes({
      firstDeviceAt: momentOf(input, 'firstDeviceAt'),
      endAt: momentOf(input, 'endAt'),
    });
    return { minutes: watched?.minutes, atLeast120: watched?.atLeast120 };
  },
  'rems.formCheck': (input: Input) => {
    const { issues } = checkMonitoringForm({
      doseMg: numberOf(input, 'doseMg'),
      devicesUsed: numberOf(input, 'devicesUsed'),
      totalMinutes: numberOf(input, 'totalMinutes'),
      lowestMoaas: numberOf(input, 'lowestMoaas'),
      sedationReported: saidOf(input, 'sedationReported'),
      treatmentDate: textOf(input, 'treatmentDate'),
      submittedOn: textOf(input, 'submittedOn'),
    });
    return { issues: issues.map((issue) => issue.code) };
  },
  'telemedicine.covered': (input: Input) => ({
    covered: isTelemedicineCovered({ date: textOf(input, 'date') }),
  }),
  'dea.theft': (input: Input) => lossDates(textOf(input, 'discoveryDate')) ?? {},
  'dea.inventoryNext': (input: Input) => ({
    nextDueBy: nextInventory({ lastOn: textOf(input, 'date'), state: textOf(input, 'state') })?.nextDueBy,
  }),
  'vial.reconcile': (input: Input) => {
    const balance = vialBalance({
      containerMg: numberOf(input, 'containerMg'),
      usedMg: numberOf(input, 'usedMg'),
      wastedMg: numberOf(input, 'wastedMg'),
      remainingMg: numberOf(input, 'remainingMg'),
    });
    return balance.state === 'counted'
      ? { differenceMg: balance.differenceMg, balanced: balance.balanced }
      : { differenceMg: null, balanced: null };
  },
  'hcpcs.esketamine': (input: Input) =>
    esketamineCode({
      mg: numberOf(input, 'mg'),
      payer: textOf(input, 'payer'),
      date: textOf(input, 'date'),
    }) ?? {},
  'cpt.infusion': (input: Input) => ({ codes: infusionCodes({ minutes: numberOf(input, 'minutes') }) }),
  'cpt.psychotherapy': (input: Input) => ({
    code: psychotherapyCode({ minutes: numberOf(input, 'minutes') }).code,
  }),
  'loinc.code': (input: Input) => ({ code: loincCode(textOf(input, 'concept')) }),
  'icd10cm.code': (input: Input) => ({ code: icd10cmCodeOf(textOf(input, 'concept')) }),
};
