// How someone is met in the room while they have not said it themselves. It stands until their own words do.

export type CarefulLimits = { readonly touch: string; readonly words: string };

const trauma: CarefulLimits = {
  touch: 'Not said. No touch unless they ask for it.',
  words: 'Not said. Say who you are and what you do before you do it; ask, do not order.',
};

export function carefulLimits(indicationIds: readonly string[] | undefined): CarefulLimits | undefined {
  return indicationIds?.includes('ptsd') === true ? trauma : undefined;
}

/** For whoever is not told what someone comes for: what was not said is met with the greatest care. */
export const indicationsNotTold: readonly string[] = ['ptsd'];
