// The things a claim may need on record, by name. Which code needs which stands with the codes.

export const evidence = {
  order: 'A signed order',
  diagnosis: 'A diagnosis with its code',
  'medicine-and-amount': 'The medicine and the amount given',
  route: 'How it was given',
  'start-time': 'When it began',
  'stop-time': 'When it ended, not counting the watching afterwards',
  'given-by': 'Who gave it',
  'injection-site': 'Where it was injected',
  'injection-time': 'When each injection was given',
  'documented-as-push': 'That it was given as a push',
  'national-drug-code': 'The national drug code of the package',
  'waste-recorded': 'What was discarded of the package',
  'established-patient': 'That the patient has been seen here before',
  lot: 'The lot of each device',
  'certified-site': 'That the site is certified for the programme',
  'two-hours-watched': 'Two hours of watching, with times',
  'monitoring-form': 'The programme’s monitoring form',
  'therapy-start-time': 'When the therapy began',
  'therapy-stop-time': 'When the therapy ended',
  'session-note': 'The note of the session',
  'visit-note': 'The note of the visit',
  'total-visit-time': 'The whole time of the visit',
  'instrument-and-score': 'The questionnaire and its score',
} as const;

export type EvidenceId = keyof typeof evidence;
