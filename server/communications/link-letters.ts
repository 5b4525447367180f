// The mail that brings a link to someone near: that they are asked, and nothing about why. It is read over shoulders, so it
// names no treatment, and no clinic whose name does.

import { outsideContact } from '#api/outside-name.ts';

type Asked = 'ride' | 'watch' | 'guide' | 'near' | 'check';

export type LinkLetter = {
  readonly asked: Asked;
  readonly language: 'en' | 'es';
  readonly clinic: { readonly name: string; readonly phone: string };
  readonly name: string;
  readonly link: string;
};

export function linkLetter({ asked, language, clinic, name, link }: LinkLetter): {
  readonly subject: string;
  readonly body: string;
} {
  const { hello, alone, questions } = frame[language];
  const { subject, lines } = letters[asked][language];
  const contact = `${questions} ${outsideContact(clinic)}`;
  return {
    subject,
    body: `${[`${hello} ${name},`, '', ...lines, '', link, '', alone, contact].join('\n')}\n`,
  };
}

const frame = {
  en: {
    hello: 'Hello',
    alone: 'The link is for you alone. If this is not for you, leave it unopened.',
    questions: 'Questions:',
  },
  es: {
    hello: 'Hola,',
    alone: 'El enlace es solo para usted. Si esto no es para usted, no lo abra.',
    questions: 'Preguntas:',
  },
} as const;

type Letter = { readonly subject: string; readonly lines: readonly string[] };

const letters: Readonly<Record<Asked, Readonly<Record<'en' | 'es', Letter>>>> = {
  ride: {
    en: {
      subject: 'Can you give someone a ride?',
      lines: [
        'Someone you know asked if you can drive them home from an appointment.',
        'Open this link to see when, and to say yes or no. You do not need an account:',
      ],
    },
    es: {
      subject: '¿Puede llevar a alguien a casa?',
      lines: [
        'Alguien que usted conoce pregunta si puede llevarle a casa después de una cita.',
        'Abra este enlace para ver cuándo, y para decir sí o no. No necesita cuenta:',
      ],
    },
  },
  watch: {
    en: {
      subject: 'Can you stay with someone for a few hours?',
      lines: [
        'Someone you know asked if you can be with them at home for a few hours.',
        'Open this link to see when, and to say yes or no. You do not need an account:',
      ],
    },
    es: {
      subject: '¿Puede acompañar a alguien unas horas?',
      lines: [
        'Alguien que usted conoce pregunta si puede estar en su casa unas horas.',
        'Abra este enlace para ver cuándo, y para decir sí o no. No necesita cuenta:',
      ],
    },
  },
  guide: {
    en: {
      subject: 'A few hours with someone',
      lines: [
        'You are asked to be there for someone for a few hours, with them or on the phone.',
        'Open this link to see when, and to say that you are there. You do not need an account:',
      ],
    },
    es: {
      subject: 'Unas horas con alguien',
      lines: [
        'Le piden que esté unas horas para alguien, a su lado o por teléfono.',
        'Abra este enlace para ver cuándo, y para decir que está. No necesita cuenta:',
      ],
    },
  },
  near: {
    en: {
      subject: 'Someone would like you near',
      lines: [
        'Someone you know would like you to know when they have an appointment.',
        'Open this link to see it. You do not need an account:',
      ],
    },
    es: {
      subject: 'Alguien quiere tenerle cerca',
      lines: [
        'Alguien que usted conoce quiere que sepa cuándo tiene una cita.',
        'Abra este enlace para verlo. No necesita cuenta:',
      ],
    },
  },
  check: {
    en: {
      subject: 'One short question',
      lines: [
        'You said that you would be near someone you know. One short question waits for you.',
        'Open this link; one tap is enough. You do not need an account:',
      ],
    },
    es: {
      subject: 'Una pregunta corta',
      lines: [
        'Usted dijo que estaría cerca de alguien que conoce. Le espera una pregunta corta.',
        'Abra este enlace; basta un toque. No necesita cuenta:',
      ],
    },
  },
};
