// Where a person is, in the words of the desk. A stage we do not know is shown as it came rather than guessed.

const words: Readonly<Record<string, string>> = {
  curious: 'Curious',
  inquired: 'Asked a question',
  screening: 'Screening',
  consulted: 'Consulted',
  planned: 'Planned',
  preparing: 'Preparing',
  ready: 'Ready',
  arrived: 'Here',
  dosing: 'Dosing',
  recovering: 'Recovering',
  released: 'Released',
  integrating: 'Integrating',
  'spaced-out': 'Spaced out',
  paused: 'Paused',
  stopped: 'Stopped',
  finished: 'Finished',
};

export const stages: readonly string[] = Object.keys(words);

export function stageWord(stage: string): string {
  return words[stage] ?? stage;
}

const routes: Readonly<Record<string, string>> = {
  iv: 'Drip',
  im: 'Injection',
  sublingual: 'Lozenge with a therapist',
  home: 'Lozenge at home',
  nasal: 'Nasal spray',
};

export function routeWord(route: string): string {
  return routes[route] ?? route;
}

const kinds: Readonly<Record<string, string>> = {
  consult: 'Consult',
  preparation: 'Preparation',
  dose: 'Dose',
  integration: 'Integration',
};

export function kindWord(kind: string): string {
  return kinds[kind] ?? kind;
}

const statuses: Readonly<Record<string, string>> = {
  booked: 'Booked',
  arrived: 'Here',
  fulfilled: 'Held',
  cancelled: 'Cancelled',
  'no-show': 'Did not come',
  active: 'Active',
  held: 'On hold',
  paused: 'Paused',
  stopped: 'Stopped',
  finished: 'Finished',
};

export function statusWord(status: string): string {
  return statuses[status] ?? status;
}

const rides: Readonly<Record<string, { readonly words: string; readonly said: boolean }>> = {
  asked: { words: 'Asked, no answer yet', said: false },
  declined: { words: 'Cannot come', said: false },
  accepted: { words: 'Said yes', said: true },
  'on-the-way': { words: 'On the way', said: true },
  'at-the-door': { words: 'At the door', said: true },
  'home-safe': { words: 'Home safe', said: true },
};

export function rideWord(state: string | undefined): { readonly words: string; readonly said: boolean } {
  return state === undefined
    ? { words: 'No one asked', said: false }
    : (rides[state] ?? { words: state, said: false });
}
