// What calls a person of the clinic at any hour. Work that is not here waits in the list of tasks for whoever is there.

export const ringCauses = [
  'help-request',
  'evening-hard',
  'evening-silent',
  'after-check-hard',
  'after-check-silent',
  'suicide-risk',
  'companion-concern',
] as const;
export type RingCause = (typeof ringCauses)[number];

const causes: Readonly<Record<string, RingCause>> = {
  'help-request': 'help-request',
  'evening-need-help': 'evening-hard',
  'call-about-evening': 'evening-silent',
  'after-check-losing': 'after-check-hard',
  'call-about-after-check': 'after-check-silent',
  'risk-item-positive': 'suicide-risk',
  'cssrs-high': 'suicide-risk',
  'companion-concern': 'companion-concern',
};

export function ringCauseOf(kindOfWork: string): RingCause | undefined {
  return causes[kindOfWork];
}
