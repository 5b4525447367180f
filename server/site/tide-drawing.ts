// The tide: how a dose rises and eases, with posts on the baseline. Drawn three times, for a phone, a tablet and a
// desk, because a drawing that only shrinks cannot be read; the stylesheet shows the one that fits.

import { html } from 'hono/html';
import { fill, type Language } from '#content/language.ts';
import { firstSession } from '#content/pages/first-session.ts';
import { clockText, placeSteps, type RouteDayFigures, type RouteId, routeDays } from '#content/route-days.ts';
import { type TidePoint, tideShape } from '#content/tide.ts';
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

export function tideDrawing(route: RouteId, figures: RouteDayFigures, language: Language): Html {
  const day = routeDays[route];
  const name = fill(firstSession.typicalShape[language], { route: day.name[language].toLowerCase() });
  const doseMinutes = figures.routes[route].doseMinutes;
  return html`<figure class="tide">
${frames.map((frame) => drawing(route, figures, language, frame, name))}
<figcaption class="wide">${fill(day.caption[language], { doseMinutes })}</figcaption>
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
  const until = (frame.width - frame.arrivalX) / frame.pixelsPerMinute - doseStarts + 8;
  const points = tideShape(route, doseMinutes, until);
  const y = (height: number) => frame.baseline - height * (frame.baseline - frame.top);
  const layers = [1, 0.62, 0.28].map((share) => area(points, share, (minute) => x(doseStarts + minute), y));
  const peak = points.reduce((best, point) => (point.height > best.height ? point : best));
  const heightAt = (minute: number) => points.find((point) => point.minute >= minute)?.height ?? 0;
  const rise = points.find((point) => point.height >= 0.5)?.minute ?? 0;
  const word = (text: string, minute: number, anchor: string, lift: number, aside: number) =>
    html`<text class="tide-word" text-anchor="${anchor}" x="${round(x(doseStarts + minute) + aside)}" y="${round(y(heightAt(minute)) - lift)}">${text}</text>`;
  const tiredAt = peak.minute + (frame.kind === 'desk' ? 95 : 80);
  return html`<svg class="tide-${frame.kind}" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img" aria-label="${name}">
${layers.map((path, index) => html`<path class="tide-layer-${index + 1}" d="${path}"/>`)}
<path class="tide-line" d="M0 ${frame.baseline}H${round(x(doseStarts))}${curve(points, 1, (minute) => x(doseStarts + minute), y)}"/>
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
export function smallTide(route: RouteId, figures: RouteDayFigures, language: Language): Html {
  const width = 240;
  const baseline = 64;
  const startX = 16;
  const pixelsPerMinute = (width - startX) / (3.5 * 60 - 35);
  const points = tideShape(route, figures.routes[route].doseMinutes, 3.5 * 60 - 35);
  const x = (minute: number) => startX + minute * pixelsPerMinute;
  const y = (height: number) => baseline - height * 58;
  const name = fill(firstSession.typicalShape[language], {
    route: routeDays[route].name[language].toLowerCase(),
  });
  return html`<svg class="small-tide" viewBox="0 0 ${width} 74" width="${width}" height="74" role="img" aria-label="${name}">
<path class="tide-layer-2" d="${area(points, 1, x, y)}"/>
<path class="tide-line" d="M0 ${baseline}H${startX}${curve(points, 1, x, y)}"/>
<path class="tide-post" d="M${startX} ${baseline - 6}v12"/>
</svg>`;
}

// Through the middle of each pair of points, so that the line has no corners.
function curve(
  points: readonly TidePoint[],
  share: number,
  x: (minute: number) => number,
  y: (height: number) => number,
): string {
  let path = '';
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (!next) break;
    const middleX = (x(point.minute) + x(next.minute)) / 2;
    const middleY = (y(point.height * share) + y(next.height * share)) / 2;
    path += `Q${round(x(point.minute))} ${round(y(point.height * share))} ${round(middleX)} ${round(middleY)}`;
  }
  return path;
}

function area(
  points: readonly TidePoint[],
  share: number,
  x: (minute: number) => number,
  y: (height: number) => number,
): string {
  const last = points.at(-1);
  const ground = round(y(0));
  return `M${round(x(0))} ${ground}${curve(points, share, x, y)}L${round(x(last?.minute ?? 0))} ${round(y((last?.height ?? 0) * share))}V${ground}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
