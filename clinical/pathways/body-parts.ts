// The parts of the outline on which pain is marked, seen from the front and from the back.

export const bodyParts = [
  'head',
  'neck',
  'right-shoulder',
  'left-shoulder',
  'trunk',
  'waist',
  'hips',
  'right-arm',
  'left-arm',
  'right-forearm',
  'left-forearm',
  'right-hand',
  'left-hand',
  'right-thigh',
  'left-thigh',
  'right-shin',
  'left-shin',
  'right-foot',
  'left-foot',
] as const;
export type BodyPart = (typeof bodyParts)[number];

export const bodyViews = ['front', 'back'] as const;
export type BodyView = (typeof bodyViews)[number];

export type PainMark = { readonly view: BodyView; readonly part: BodyPart; readonly strength: number };

export type PainChange = {
  readonly view: BodyView;
  readonly part: BodyPart;
  /** Undefined: not marked on that map, which is not the same as no pain. */
  readonly before: number | undefined;
  readonly now: number | undefined;
};

/** What is marked differently on two maps of one person, in the order of the body. */
export function painChanges(before: readonly PainMark[], now: readonly PainMark[]): readonly PainChange[] {
  const strengthIn = (marks: readonly PainMark[], view: BodyView, part: BodyPart): number | undefined =>
    marks.find((mark) => mark.view === view && mark.part === part)?.strength;
  return bodyViews
    .flatMap((view) =>
      bodyParts.map((part) => ({
        view,
        part,
        before: strengthIn(before, view, part),
        now: strengthIn(now, view, part),
      })),
    )
    .filter((change) => change.before !== change.now);
}
