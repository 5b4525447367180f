// The tide: how a dose rises and eases, with posts on the baseline. Drawn three times, for a phone, a tablet and a
// desk, because a drawing that only shrinks cannot be read; the stylesheet shows the one that fits.

import { html } from 'hono/html';
import { fill, type Language } from '#content/language.ts';
import { firstSession } from '#content/pages/first-session.ts';
import {
  clockText,
  placeSteps,
  type RouteDayFigures,
  type RouteId,
  routeDays,
  routeIds,
} from '#content/route-days.ts';
import { tideShape } from '#content/tide.ts';
import { type Html, nothing } from './markup.ts';

type Frame = {
  readonly kind: 'phone' | 'tablet' | 'desk';
  readonly width: number;
  readonly height: number;
  /** Where the minute of arrival stands. */
  readonly arrivalX: number;
  readonly pixelsPerMinute: number;
  readonly top: number;
  readonly baseline: number;
  readonly leastGap: number;
};

const frames: readonly Frame[] = [
  {
    kind: 'phone',
    width: 390,
    height: 190,
    arrivalX: 20,
    pixelsPerMinute: 1.9,
    top: 34,
    baseline: 146,
    leastGap: 42,
  },
  {
    kind: 'tablet',
    width: 820,
    height: 270,
    arrivalX: 40,
    pixelsPerMinute: 3.9,
    top: 46,
    baseline: 200,
    leastGap: 92,
  },
  // Twice as wide as it is tall enough for: its middle is the middle of the page, whatever the window.
  {
    kind: 'desk',
    width: 2880,
    height: 348,
    arrivalX: 888,
    pixelsPerMinute: 5.6,
    top: 56,
    baseline: 268,
    leastGap: 108,
  },
];

export function tideDrawing(route: RouteId, figures: RouteDayFigures, language: Language, root: Html): Html {
  const day = routeDays[route];
  const name = fill(firstSession.typicalShape[language], { route: day.name[language].toLowerCase() });
  const doseMinutes = figures.routes[route].doseMinutes;
  return html`<figure class="tide">
${frames.map((frame) => drawing(route, figures, language, frame, name))}
<figcaption class="wide">${fill(day.caption[language], { doseMinutes })}${root}</figcaption>
</figure>`;
}

function drawing(
  route: RouteId,
  figures: RouteDayFigures,
  language: Language,
  frame: Frame,
  name: string,
): Html {
  const { doseMinutes, minutes } = figures.routes[route];
  const doseStarts = minutes.start;
  const x = (minute: number) => frame.arrivalX + minute * frame.pixelsPerMinute;
  const points = tideShape(route, doseMinutes, longestMinutes);
  const y = (height: number) => frame.baseline - height * (frame.baseline - frame.top);
  const layers = [1, 0.62, 0.28].map((share) =>
    laidOut(
      route,
      x(doseStarts),
      frame.baseline,
      frame.pixelsPerMinute,
      share * (frame.baseline - frame.top),
    ),
  );
  const peak = points.reduce((best, point) => (point.height > best.height ? point : best));
  const heightAt = (minute: number) => points.find((point) => point.minute >= minute)?.height ?? 0;
  const rise = points.find((point) => point.height >= 0.5)?.minute ?? 0;
  const word = (text: string, minute: number, anchor: string, lift: number, aside: number) =>
    html`<text class="tide-word" text-anchor="${anchor}" x="${round(x(doseStarts + minute) + aside)}" y="${round(y(heightAt(minute)) - lift)}">${text}</text>`;
  const tiredAt = peak.minute + (frame.kind === 'desk' ? 95 : 80);
  return html`<svg class="tide-${frame.kind}" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img" aria-label="${name}">
${layers.map((course, index) => html`<use class="tide-layer-${index + 1}"${course}/>`)}
<use class="tide-line"${layers[0]}/>
${word(firstSession.strongestLabel[language], peak.minute, 'middle', frame.kind === 'phone' ? 10 : 14, 0)}
${frame.kind === 'phone' ? nothing : word(firstSession.rising[language], rise, 'end', 0, -14)}
${word(firstSession.easing[language], peak.minute + 32, 'start', 4, 12)}
${frame.kind === 'phone' ? nothing : word(firstSession.tired[language], tiredAt, 'start', 14, 0)}
${posts(route, figures, language, frame, x)}
</svg>`;
}

// The hour the dose starts is always named; the others where there is room. Every post is drawn.
function posts(
  route: RouteId,
  figures: RouteDayFigures,
  language: Language,
  frame: Frame,
  x: (minute: number) => number,
): readonly Html[] {
  const steps = placeSteps(route, figures).flatMap((step) =>
    step.post && step.minuteOfDay !== null && step.minuteAfterArrival !== null
      ? [
          {
            id: step.id,
            post: step.post[language],
            hour: clockText(step.minuteOfDay),
            at: round(x(step.minuteAfterArrival)),
          },
        ]
      : [],
  );
  const named = steps.filter((step) => step.id === 'start');
  for (const step of steps)
    if (named.every((other) => other === step || Math.abs(other.at - step.at) >= frame.leastGap))
      named.push(step);
  const words = new Set(named);
  return steps.map((step, index) => {
    const anchor = index === 0 ? 'start' : 'middle';
    const textX = index === 0 ? step.at - 3 : step.at;
    return html`<path class="tide-post" d="M${step.at} ${frame.baseline - 10}v20"/>${
      words.has(step)
        ? html`<text class="tide-hour" text-anchor="${anchor}" x="${textX}" y="${frame.baseline + 32}">${step.hour}</text>`
        : nothing
    }${
      words.has(step) && frame.kind !== 'phone'
        ? html`<text class="tide-tag" text-anchor="${anchor}" x="${textX}" y="${frame.baseline + 54}">${step.post}</text>`
        : nothing
    }`;
  });
}

/** The small curve beside the short list of a route, drawn to its own top. */
export function smallTide(route: RouteId, language: Language): Html {
  const width = 240;
  const baseline = 64;
  const startX = 16;
  const course = laidOut(route, startX, baseline, (width - startX) / (3.5 * 60 - 35), 58);
  const name = fill(firstSession.typicalShape[language], {
    route: routeDays[route].name[language].toLowerCase(),
  });
  return html`<svg class="small-tide" viewBox="0 0 ${width} 74" width="${width}" height="74" role="img" aria-label="${name}">
<use class="tide-layer-2"${course}/>
<use class="tide-line"${course}/>
<path class="tide-post" d="M${startX} ${baseline - 6}v12"/>
</svg>`;
}

/** How far the longest drawing reaches, and a little more, so that no curve ends inside one. */
const longestMinutes = Math.max(
  ...frames.map(({ width, arrivalX, pixelsPerMinute }) => (width - arrivalX) / pixelsPerMinute + 8),
);
const unitsPerMinute = 4;
const unitsHigh = 1000;

/** The course of every route, written once on a page however often it is drawn. It is whole numbers, to be light. */
export function tideCourses(figures: RouteDayFigures): Html {
  return html`<svg class="tide-courses" aria-hidden="true">${routeIds.map(
    (route) =>
      html`<path id="course-${route}" vector-effect="non-scaling-stroke" d="${course(route, figures.routes[route].doseMinutes)}"/>`,
  )}</svg>`;
}

// Through the middle of each pair of points, so that the line has no corners.
function course(route: RouteId, doseMinutes: number): string {
  const points = tideShape(route, doseMinutes, longestMinutes).map(({ minute, height }) => ({
    x: minute * unitsPerMinute,
    y: -Math.round(height * unitsHigh),
  }));
  let at = { x: 0, y: 0 };
  let path = 'M-9999 0H0';
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (!next) break;
    const middle = { x: (point.x + next.x) / 2, y: Math.round((point.y + next.y) / 2) };
    path += `q${point.x - at.x} ${point.y - at.y} ${middle.x - at.x} ${middle.y - at.y}`;
    at = middle;
  }
  return `${path}V0`;
}

/** Where a drawing lays the course: from which point on, how wide a minute is and how high the top. */
function laidOut(
  route: RouteId,
  startX: number,
  baseline: number,
  pixelsPerMinute: number,
  height: number,
): Html {
  return html` href="#course-${route}" transform="translate(${round(startX)} ${baseline})scale(${pixelsPerMinute / unitsPerMinute} ${round(height) / unitsHigh})"`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
