// The words of every reminder, as they stand on a lock screen or in a mailbox that others read. They say that something
// waits, or when an appointment is; never what for.

import { calendarFile } from '#api/calendar-file.ts';
import { outsideContact } from '#api/outside-name.ts';
import type { Reminder } from '#clinical/reminders/reminders.ts';

export type Written = {
  readonly subject: string;
  readonly mail: string;
  readonly text: string;
  readonly calendar?: string | undefined;
};

export type Writing = {
  readonly language: 'en' | 'es';
  readonly zone: string;
  readonly clinic: { readonly name: string; readonly phone: string; readonly zone: string };
  readonly origin: string;
  /** Where the one question is answered, without signing in. */
  readonly answerLink?: string | undefined;
  /** Lets the person in, once; without it the app asks who they are. */
  readonly enterLink?: string | undefined;
  readonly now: number;
};

export function writtenFor(reminder: Reminder, writing: Writing): Written {
  const { language, origin, answerLink, enterLink, clinic } = writing;
  const app = `${origin}/app/`;
  const wayIn = enterLink ?? app;
  const words = sentences[language];
  const foot = [words.change, `${app}more/reminders`, '', outsideContact(clinic)];
  const body = (lines: readonly string[]) => `${[words.hello, '', ...lines, '', ...foot].join('\n')}\n`;
  const once = enterLink === undefined ? [] : ['', words.once];
  if (reminder.kind === 'appointment') {
    const when = words.when(moment(reminder.startsAt, writing));
    return {
      subject: words.appointment,
      mail: body([words.youHave(when), words.file, wayIn, ...once]),
      text: `${words.youHave(when)} ${wayIn}`,
      calendar: calendarFile({
        id: reminder.about.split('/')[1] ?? reminder.about,
        startsAt: reminder.startsAt,
        endsAt: reminder.endsAt,
        madeAt: writing.now,
        summary: words.appointment,
      }),
    };
  }
  if (answerLink !== undefined)
    return {
      subject: words.question,
      mail: body([words.oneTap, '', answerLink, '', words.alone]),
      text: `${words.shortly} ${answerLink}`,
    };
  if (reminder.kind === 'decided')
    return {
      subject: words.toRead,
      mail: body([words.openToRead, wayIn, ...once]),
      text: `${words.toRead}: ${wayIn}`,
    };
  return {
    subject: words.waits,
    mail: body([words.open, wayIn, ...once]),
    text: `${words.waits}: ${wayIn}`,
  };
}

/** Where the clinic's clock is another than theirs, the hour says whose it is. */
function moment(
  at: number,
  { language, zone, clinic }: Writing,
): { readonly day: string; readonly time: string } {
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  const named = zone === clinic.zone ? {} : ({ timeZoneName: 'short' } as const);
  const time = { hour: 'numeric', minute: '2-digit', timeZone: zone, ...named } as const;
  return {
    day: new Intl.DateTimeFormat(locale, day).format(at),
    time: new Intl.DateTimeFormat(locale, time).format(at),
  };
}

export const sentences = {
  en: {
    hello: 'Hello,',
    question: 'A question for you',
    oneTap: 'One short question waits for you. One tap is enough. You need not sign in:',
    shortly: 'A short question for you. One tap:',
    alone: 'The link is for you alone, and it ends soon. No answer is fine too.',
    waits: 'Something waits for you',
    open: 'Something waits for you. Open it when you have a few minutes:',
    toRead: 'There is something new for you to read',
    openToRead: 'There is something new for you to read. Open it when you have a few minutes:',
    once: 'The link is for you alone. It lets you in once, within a day.',
    appointment: 'Appointment',
    youHave: (when: string) => `You have an appointment on ${when}.`,
    when: ({ day, time }: { day: string; time: string }) => `${day} at ${time}`,
    file: 'The file with this mail puts it in your calendar. More is here:',
    change: 'To change what we send:',
  },
  es: {
    hello: 'Hola:',
    question: 'Una pregunta para usted',
    oneTap: 'Le espera una pregunta corta. Basta un toque. No hace falta entrar:',
    shortly: 'Una pregunta corta para usted. Un toque:',
    alone: 'El enlace es solo para usted y termina pronto. No contestar también está bien.',
    waits: 'Algo le espera',
    open: 'Algo le espera. Ábralo cuando tenga unos minutos:',
    toRead: 'Hay algo nuevo para leer',
    openToRead: 'Hay algo nuevo para leer. Ábralo cuando tenga unos minutos:',
    once: 'El enlace es solo para usted. Le deja entrar una vez, durante un día.',
    appointment: 'Cita',
    // "1:30 p.m." brings its own full stop, and one hour is "la", all others "las".
    youHave: (when: string) => `Tiene una cita el ${when}${when.endsWith('.') ? '' : '.'}`,
    when: ({ day, time }: { day: string; time: string }) =>
      `${day} ${/^1\D/.test(time) ? 'a la' : 'a las'} ${time}`,
    file: 'El archivo de este correo la pone en su calendario. Hay más aquí:',
    change: 'Para cambiar lo que le enviamos:',
  },
} as const;
