// The question form and what follows it, in both languages. Each box says why it is there and who sees it.

import type { Words } from '#content/language.ts';

export const ask = {
  title: { en: 'Ask us anything first', es: 'Pregúntenos lo que quiera' },
  lead: {
    en: 'No account and no real name needed. {answeredBy} answers within {days}.',
    es: 'Sin cuenta y sin nombre real. {answeredBy} responde en {days}.',
  },
  workingDay: { en: 'one working day', es: 'un día hábil' },
  workingDays: { en: '{count} working days', es: '{count} días hábiles' },
  byDate: { en: 'If you send it now, by {date}.', es: 'Si la envía ahora, a más tardar el {date}.' },
  notHealthRecord: {
    en: 'You can leave out anything. We delete questions after {keptDays} days if you do not become a patient.',
    es: 'Puede dejar fuera lo que quiera. Borramos las preguntas a los {keptDays} días si usted no se hace paciente.',
  },
  optional: { en: 'You can leave this empty', es: 'Puede dejarlo vacío' },
  message: { en: 'Your question, or what brings you', es: 'Su pregunta, o qué le trae' },
  messagePrivacy: {
    en: 'Only the people who answer questions read this. Not used for anything else.',
    es: 'Solo lo leen las personas que responden. No se usa para nada más.',
  },
  name: { en: 'What shall we call you?', es: '¿Cómo quiere que le llamemos?' },
  namePrivacy: {
    en: 'Any name you like. It goes on our answer and nowhere else.',
    es: 'El nombre que quiera. Va en la respuesta y en ningún otro lugar.',
  },
  reachHeading: { en: 'Where should the answer go?', es: '¿Adónde enviamos la respuesta?' },
  reachHint: { en: 'Give us one or both.', es: 'Denos uno o los dos.' },
  email: { en: 'Email', es: 'Correo electrónico' },
  emailPrivacy: {
    en: 'For this answer only. We do not send news.',
    es: 'Solo para esta respuesta. No mandamos noticias.',
  },
  phone: { en: 'Phone', es: 'Teléfono' },
  phonePrivacy: {
    en: 'For this answer only. We call from {phone}.',
    es: 'Solo para esta respuesta. Llamamos desde el {phone}.',
  },
  channel: { en: 'Which way do you like best?', es: '¿Qué forma prefiere?' },
  channelEmail: { en: 'Email', es: 'Correo' },
  channelText: { en: 'Text', es: 'Mensaje' },
  channelCall: { en: 'Call', es: 'Llamada' },
  mayNameClinic: {
    en: 'You may say the clinic’s name in a message',
    es: 'Pueden decir el nombre de la clínica en un mensaje',
  },
  mayNameClinicHint: {
    en: 'If you leave this open, a message only says “please call back” and our number.',
    es: 'Si la deja sin marcar, el mensaje solo dice “llámenos, por favor” y nuestro número.',
  },
  bestTime: { en: 'Best time for you', es: 'La mejor hora para usted' },
  bestTimePrivacy: {
    en: 'So that we reach you when you can speak. For this answer only.',
    es: 'Para encontrarle cuando pueda hablar. Solo para esta respuesta.',
  },
  noPreference: { en: 'No matter', es: 'Me da igual' },
  morning: { en: 'Morning', es: 'Por la mañana' },
  afternoon: { en: 'Afternoon', es: 'Por la tarde' },
  evening: { en: 'Early evening', es: 'Al anochecer' },
  language: { en: 'Language of the answer', es: 'Idioma de la respuesta' },
  languagePrivacy: {
    en: 'So that the answer is one you read with ease. For this answer only.',
    es: 'Para que pueda leer la respuesta sin esfuerzo. Solo para esta respuesta.',
  },
  english: { en: 'English', es: 'Inglés' },
  spanish: { en: 'Spanish', es: 'Español' },
  heardFrom: { en: 'How did you hear of us?', es: '¿Cómo supo de nosotros?' },
  heardFromPrivacy: {
    en: 'Counted without your name. It tells us who sends people here.',
    es: 'Se cuenta sin su nombre. Nos dice quién manda gente aquí.',
  },
  heardNoAnswer: { en: 'Rather not say', es: 'Prefiero no decirlo' },
  heardClinician: { en: 'A doctor or therapist', es: 'Un médico o terapeuta' },
  heardFriend: { en: 'A friend or family', es: 'Una amistad o familiar' },
  heardSearch: { en: 'A web search', es: 'Una búsqueda en internet' },
  heardInsurer: { en: 'My insurer', es: 'Mi seguro' },
  heardOther: { en: 'Another way', es: 'Otra forma' },
  more: { en: 'More, if you like', es: 'Más, si quiere' },
  send: { en: 'Send the question', es: 'Enviar la pregunta' },
  crisis: {
    en: 'We do not watch this box at night. If you may hurt yourself, do not wait for us:',
    es: 'De noche nadie mira esta caja. Si podría hacerse daño, no nos espere:',
  },
  notSent: {
    en: 'Not sent yet. What you typed is still here.',
    es: 'Todavía no se envió. Lo que escribió sigue aquí.',
  },
  notSentOne: { en: 'One box needs another look.', es: 'Hay una casilla que mirar otra vez.' },
  notSentSome: { en: '{count} boxes need another look.', es: 'Hay {count} casillas que mirar otra vez.' },
  'no-way-to-answer': {
    en: 'We have no way to answer yet. Give an email or a phone number.',
    es: 'Todavía no tenemos cómo responder. Dé un correo o un teléfono.',
  },
  'email-unreadable': {
    en: 'We cannot send to this address. An address looks like name@example.org.',
    es: 'No podemos escribir a esta dirección. Una dirección se ve así: nombre@example.org.',
  },
  'phone-unreadable': {
    en: 'We cannot call this number. Give all the digits, with the area code.',
    es: 'No podemos llamar a este número. Ponga todas las cifras, con el código de área.',
  },
  'channel-missing': { en: 'Pick one, so we do not guess.', es: 'Elija una, para no adivinar.' },
  'channel-needs-email': {
    en: 'You picked email, and there is no email address above.',
    es: 'Eligió correo y arriba no hay una dirección.',
  },
  'channel-needs-phone': {
    en: 'You picked a text or a call, and there is no phone number above.',
    es: 'Eligió mensaje o llamada y arriba no hay un teléfono.',
  },
  'too-long': {
    en: 'This is longer than we can keep: {limit} letters. Send the first part.',
    es: 'Es más largo de lo que podemos guardar: {limit} letras. Envíe la primera parte.',
  },
  'form-too-old': {
    en: 'This page was open without its number. Press send once more.',
    es: 'Esta página perdió su número. Pulse enviar una vez más.',
  },
  thanksTitle: { en: 'We have your question', es: 'Tenemos su pregunta' },
  thanksBy: {
    en: '{answeredBy} answers {channel}, by {date}.',
    es: '{answeredBy} responde {channel}, a más tardar el {date}.',
  },
  byEmail: { en: 'by email', es: 'por correo' },
  byText: { en: 'by text', es: 'por mensaje' },
  byCall: { en: 'by phone', es: 'por teléfono' },
  thanksLate: {
    en: 'If you have heard nothing after that day, we are late. Call {phone} and say so.',
    es: 'Si después de ese día no sabe nada, vamos tarde. Llame al {phone} y díganoslo.',
  },
  nextHeading: { en: 'What happens next', es: 'Qué pasa ahora' },
  nextRead: { en: 'A person reads it', es: 'Una persona la lee' },
  nextReadText: { en: 'No machine decides anything from it.', es: 'Ninguna máquina decide nada con ella.' },
  nextAnswer: { en: 'We answer', es: 'Le respondemos' },
  nextAnswerText: {
    en: 'In plain words. If we do not know, we say so.',
    es: 'Con palabras claras. Si no sabemos, lo decimos.',
  },
  nextYou: { en: 'You choose', es: 'Usted elige' },
  nextYouText: {
    en: 'You can stop there. Or we set a first talk with a clinician, and you do not type this again.',
    es: 'Puede quedarse ahí. O fijamos una primera conversación clínica y no tiene que escribir esto otra vez.',
  },
  keepReading: {
    en: 'Meanwhile, read about a first session',
    es: 'Mientras tanto, lea sobre la primera sesión',
  },
} as const satisfies Readonly<Record<string, Words>>;
