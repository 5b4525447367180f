// What browsers open, in parts that are each built by themselves, so that what one app needs first is not cut into small
// files because another app needs some of it too.

export type WebPart = {
  readonly input: readonly string[];
  readonly is: 'an-app' | 'pages' | 'a-plain-script';
  /** The apps of a phone draw with Preact, which weighs a sixth of React; the clinic's components are made for React. */
  readonly drawsWith: 'preact' | 'react' | 'nothing';
  /** Where it lives, when it may be put on the home screen. A companion's link is for a few days and asks for no place there. */
  readonly home?: string;
};

export const webParts: Readonly<Record<string, WebPart>> = {
  /** Laid into the page of the patient app, where it runs before the app has come; it waits for no file. */
  early: { input: ['web/patient/early.ts'], is: 'a-plain-script', drawsWith: 'nothing' },
  patient: { input: ['web/patient/index.html'], is: 'an-app', drawsWith: 'preact', home: '/app/' },
  companion: { input: ['web/companion/index.html'], is: 'an-app', drawsWith: 'preact' },
  clinic: { input: ['web/clinic/index.html'], is: 'an-app', drawsWith: 'react' },
  plain: {
    input: ['web/passport/index.html', 'web/answer/index.html', 'web/site/site.css', 'web/site/demo.css'],
    is: 'pages',
    drawsWith: 'nothing',
  },
};
