// The outline of a body from the front and the back, part by part. Each part is a button of its own, for a thumb and for keys; how
// strong it is stands in it as a number, and the deeper tone repeats it.
import {
  type BodyPart,
  type BodyView,
  bodyParts,
  bodyViews,
  type PainMark,
} from '#clinical/pathways/body-parts.ts';
import { partNames, viewNames } from '#content/body-words.ts';
import { classNames } from './class-names.ts';
import { currentLanguage } from './locale.ts';

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Seen from the front: what is the person's right lies on the left. The back is the same, mirrored. */
const shapes: Readonly<Record<BodyPart, Shape>> = {
  head: { x: 38, y: 2, width: 24, height: 28 },
  neck: { x: 36, y: 31, width: 28, height: 10 },
  'right-shoulder': { x: 19, y: 42, width: 30, height: 14 },
  'left-shoulder': { x: 51, y: 42, width: 30, height: 14 },
  trunk: { x: 30, y: 58, width: 40, height: 24 },
  waist: { x: 31, y: 84, width: 38, height: 22 },
  hips: { x: 29, y: 108, width: 42, height: 16 },
  'right-arm': { x: 12, y: 58, width: 16, height: 28 },
  'left-arm': { x: 72, y: 58, width: 16, height: 28 },
  'right-forearm': { x: 8, y: 88, width: 16, height: 28 },
  'left-forearm': { x: 76, y: 88, width: 16, height: 28 },
  'right-hand': { x: 4, y: 118, width: 17, height: 16 },
  'left-hand': { x: 79, y: 118, width: 17, height: 16 },
  'right-thigh': { x: 29, y: 126, width: 20, height: 34 },
  'left-thigh': { x: 51, y: 126, width: 20, height: 34 },
  'right-shin': { x: 30, y: 162, width: 18, height: 36 },
  'left-shin': { x: 52, y: 162, width: 18, height: 36 },
  'right-foot': { x: 26, y: 200, width: 22, height: 14 },
  'left-foot': { x: 52, y: 200, width: 22, height: 14 },
};

export interface BodyMapProps {
  readonly marks: readonly PainMark[];
  /** Without it the map is only looked at. */
  readonly onChoose?: ((view: BodyView, part: BodyPart) => void) | undefined;
  readonly chosen?: { readonly view: BodyView; readonly part: BodyPart } | undefined;
  /** What a part without a mark is called to a reader. */
  readonly unmarked: string;
}

export function BodyMap({ marks, onChoose, chosen, unmarked }: BodyMapProps) {
  const language = currentLanguage();
  return (
    // To be touched, each view takes the width of a phone; to be looked at, both stand side by side.
    <div className={classNames('grid gap-3', onChoose === undefined ? 'grid-cols-2' : 'tablet:grid-cols-2')}>
      {bodyViews.map((view) => (
        <figure key={view} className="min-w-0">
          <figcaption className="mb-1 text-center text-small">{viewNames[view][language]}</figcaption>
          <svg
            viewBox="0 0 100 216"
            className={classNames('mx-auto w-full', onChoose === undefined ? 'max-w-56' : 'max-w-72')}
          >
            <title>{viewNames[view][language]}</title>
            {bodyParts.map((part) => (
              <Part
                key={part}
                shape={view === 'front' ? shapes[part] : mirrored(shapes[part])}
                name={`${viewNames[view][language]}, ${partNames[part][language]}`}
                strength={marks.find((mark) => mark.view === view && mark.part === part)?.strength}
                isChosen={chosen?.view === view && chosen.part === part}
                unmarked={unmarked}
                onChoose={onChoose === undefined ? undefined : () => onChoose(view, part)}
              />
            ))}
          </svg>
        </figure>
      ))}
    </div>
  );
}

function mirrored(shape: Shape): Shape {
  return { ...shape, x: 100 - shape.x - shape.width };
}

interface PartProps {
  readonly shape: Shape;
  readonly name: string;
  readonly strength: number | undefined;
  readonly isChosen: boolean;
  readonly unmarked: string;
  readonly onChoose: (() => void) | undefined;
}

function Part({ shape, name, strength, isChosen, unmarked, onChoose }: PartProps) {
  const { x, y, width, height } = shape;
  const label = `${name}: ${strength ?? unmarked}`;
  const drawing = (
    <>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
        strokeWidth={isChosen ? 2.5 : 1}
        className={classNames(
          isChosen ? 'stroke-sea' : 'stroke-edge',
          strength === undefined ? 'fill-surface' : strength < 4 ? 'fill-shallow' : 'fill-shoal',
        )}
      />
      {strength !== undefined && (
        <text
          x={x + width / 2}
          y={y + height / 2 + 3}
          textAnchor="middle"
          fontSize={9}
          className="fill-ink font-sub"
        >
          {strength}
        </text>
      )}
    </>
  );
  if (onChoose === undefined)
    return (
      <g>
        <title>{label}</title>
        {drawing}
      </g>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no button element.
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={label}
      className="cursor-pointer outline-none focus-visible:[&>rect]:stroke-ink focus-visible:[&>rect]:stroke-[3]"
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      {drawing}
    </g>
  );
}
