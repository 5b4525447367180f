// A milligram means nothing without its route. The routes a dose is counted and compared by, told apart further than a
// protocol does: the compounded nasal form is not the spray, and a lozenge at home is still a lozenge.

export type DoseRoute =
  | 'iv'
  | 'im'
  | 'sublingual'
  | 'buccal'
  | 'oral'
  | 'rectal'
  | 'nasal-racemic'
  | 'nasal-esketamine';

export const doseRoutes: readonly DoseRoute[] = [
  'iv',
  'im',
  'sublingual',
  'buccal',
  'oral',
  'rectal',
  'nasal-racemic',
  'nasal-esketamine',
];

const otherNames: Readonly<Record<string, DoseRoute>> = {
  intravenous: 'iv',
  infusion: 'iv',
  iv40: 'iv',
  intramuscular: 'im',
  sl: 'sublingual',
  // Home sessions are lozenge sessions.
  home: 'sublingual',
  lozenge: 'sublingual',
  troche: 'sublingual',
  rdt: 'sublingual',
  po: 'oral',
  pr: 'rectal',
  // In a protocol edition the nasal route is the esketamine spray.
  nasal: 'nasal-esketamine',
  spray: 'nasal-esketamine',
  esketamine: 'nasal-esketamine',
};

/** The route meant by a protocol's word or an everyday one; undefined when it is not certain. */
export function doseRouteOf(name: string | undefined): DoseRoute | undefined {
  if (name === undefined || name === null) return undefined;
  const said = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return (
    doseRoutes.find((route) => route === said) ??
    (Object.hasOwn(otherNames, said) ? otherNames[said] : undefined)
  );
}

export const doseRouteNames: Readonly<Record<DoseRoute, string>> = {
  iv: 'into a vein',
  im: 'into a muscle',
  sublingual: 'under the tongue',
  buccal: 'in the cheek',
  oral: 'swallowed',
  rectal: 'rectal',
  'nasal-racemic': 'racemic ketamine into the nose',
  'nasal-esketamine': 'esketamine nasal spray',
};
