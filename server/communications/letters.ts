// The letters that bring a person in, or answer a stranger. They are read on lock screens and over shoulders: the line on top names
// nobody, and the body names no treatment and no clinic whose name does.

import { outsideContact, outsideName } from '#api/outside-name.ts';

type Letter = { readonly subject: string; readonly body: string };
type Language = 'en' | 'es';
type From = { readonly name: string; readonly phone: string };

export function invitationLetter(language: Language, clinic: From, link: string): Letter {
  const from = outsideName(clinic);
  return language === 'en'
    ? {
        subject: 'Your next step',
        body:
          `Thank you for writing to ${from}.\n\nThis link opens your own page. It works once, for the next three days:\n\n${link}\n\n` +
          `You can stop at any point and come back. If you have a question, call us: ${clinic.phone}.\n`,
      }
    : {
        subject: 'Su próximo paso',
        body:
          `Gracias por escribir a ${from}.\n\nEste enlace abre su propia página. Sirve una sola vez, durante los próximos tres días:\n\n${link}\n\n` +
          `Puede parar cuando quiera y volver después. Si tiene una pregunta, llámenos: ${clinic.phone}.\n`,
      };
}

export function signInLetter(language: Language, clinic: From, link: string): Letter {
  const from = outsideContact(clinic);
  return language === 'en'
    ? {
        subject: 'Your link to sign in',
        body: `Open this link within 15 minutes to sign in:\n\n${link}\n\nIf you did not ask for it, you do not need to do anything.\n\n${from}\n`,
      }
    : {
        subject: 'Su enlace para entrar',
        body: `Abra este enlace en los próximos 15 minutos para entrar:\n\n${link}\n\nSi no lo pidió usted, no tiene que hacer nada.\n\n${from}\n`,
      };
}

/** What the desk wrote stands in it as it was written. */
export function answerLetter(
  language: Language,
  clinic: From,
  answer: { readonly text: string; readonly byName: string },
): Letter {
  return {
    subject: language === 'en' ? 'An answer to your question' : 'Una respuesta a su pregunta',
    body: `${answer.text}\n\n${answer.byName}\n${outsideContact(clinic)}\n`,
  };
}
