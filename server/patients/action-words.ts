// Every audited act on one patient's record, said to that patient: 'consent.sign' is "Signed your consent", and a try that
// was refused is "Tried to sign your consent". A test holds this list against the routes.

import type { Words } from '#content/language.ts';

type Verb = { readonly did: Words; readonly to: Words };

const verb = (did: string, to: string, hizo: string, hacer: string): Verb => ({
  did: { en: did, es: hizo },
  to: { en: to, es: hacer },
});

const add = verb('Added to', 'add to', 'Agregó a', 'agregar a');
const answer = verb('Answered', 'answer', 'Respondió', 'responder');
const ask = verb('Asked for', 'ask for', 'Pidió', 'pedir');
const book = verb('Booked', 'book', 'Reservó', 'reservar');
const bring = verb('Read in', 'read in', 'Incorporó', 'incorporar');
const cancel = verb('Cancelled', 'cancel', 'Canceló', 'cancelar');
const change = verb('Changed', 'change', 'Cambió', 'cambiar');
const correct = verb('Corrected', 'correct', 'Corrigió', 'corregir');
const decide = verb('Decided on', 'decide on', 'Decidió sobre', 'decidir sobre');
const end = verb('Ended', 'end', 'Terminó', 'terminar');
const give = verb('Gave you', 'give you', 'Le dio', 'darle');
const look = verb('Looked at', 'look at', 'Vio', 'ver');
const open = verb('Opened', 'open', 'Abrió', 'abrir');
const plan = verb('Planned', 'plan', 'Planificó', 'planificar');
const remove = verb('Deleted', 'delete', 'Borró', 'borrar');
const save = verb('Saved', 'save', 'Guardó', 'guardar');
const send = verb('Sent', 'send', 'Envió', 'enviar');
const share = verb('Shared', 'share', 'Compartió', 'compartir');
const sign = verb('Signed', 'sign', 'Firmó', 'firmar');
const take = verb('Took on', 'take on', 'Se encargó de', 'encargarse de');
const takeBack = verb('Took back', 'take back', 'Recuperó', 'recuperar');
const withdraw = verb('Withdrew', 'withdraw', 'Retiró', 'retirar');
const write = verb('Wrote', 'write', 'Escribió', 'escribir');

const acts: Readonly<Record<string, readonly [verb: Verb, en: string, es: string]>> = {
  'adverse-event.export': [
    open,
    'the file of something that went wrong for you',
    'el archivo de algo que le fue mal',
  ],
  'adverse-event.grade': [decide, 'something that went wrong for you', 'algo que le fue mal'],
  'adverse-event.list': [look, 'what went wrong for you', 'lo que le fue mal'],
  'adverse-event.read-own': [look, 'the side effects that were told', 'los efectos que se contaron'],
  'adverse-event.report': [add, 'what went wrong for you', 'lo que le fue mal'],
  'adverse-event.sign': [sign, 'what was decided about a side effect', 'lo decidido sobre un efecto'],
  'after-visit-summary.read': [look, 'the summary of your visit', 'el resumen de su visita'],
  'after-visit-summary.hand-over': [sign, 'the summary of your visit', 'el resumen de su visita'],
  'answer.read': [look, 'what comes next for you', 'lo que sigue para usted'],
  'appointment.book': [book, 'a time for you', 'una hora para usted'],
  'appointment.cancel': [cancel, 'a time you had', 'una hora que usted tenía'],
  'appointment.list': [look, 'your appointments', 'sus citas'],
  'billing-evidence.read': [look, 'what is on record for billing', 'lo registrado para la facturación'],
  'brought-paper.add': [add, 'the papers you brought', 'los papeles que trajo'],
  'brought-paper.list': [look, 'the papers you brought', 'los papeles que trajo'],
  'brought-paper.mark': [change, 'the list of what to bring', 'la lista de qué traer'],
  'brought-paper.open': [open, 'a paper you brought', 'un papel que trajo'],
  'brought-paper.go-through': [sign, 'that a paper of yours was read', 'que se leyó un papel suyo'],
  'brought-paper.remove': [remove, 'a paper you brought', 'un papel que trajo'],
  'care-team.read': [look, 'who is on your care team', 'quiénes están en su equipo'],
  'care-team.wish': [change, 'whom you wish beside you', 'a quién quiere a su lado'],
  'chart.read': [look, 'your chart', 'su historia clínica'],
  'circle.invite': [add, 'the people near you', 'su gente cercana'],
  'circle.list': [look, 'who is near you', 'quién está cerca de usted'],
  'companion-link.ask': [
    change,
    'whether your companion is asked how you are',
    'si a su acompañante se le pregunta cómo está usted',
  ],
  'companion-link.follow': [
    change,
    'whether your companion may follow the day',
    'si su acompañante puede seguir el día',
  ],
  'companion-link.revoke': [end, 'the link of your companion', 'el enlace de su acompañante'],
  'consent.read': [look, 'your consents', 'sus consentimientos'],
  'consent.sign': [sign, 'your consent', 'su consentimiento'],
  'consent.withdraw': [withdraw, 'your consent', 'su consentimiento'],
  'dosing-session.append': [write, 'in the log of your session', 'en el registro de su sesión'],
  'dosing-session.list': [look, 'your sessions', 'sus sesiones'],
  'dosing-session.open': [open, 'your session', 'su sesión'],
  'dosing-session.read': [look, 'your session', 'su sesión'],
  'dosing-session.read-events': [look, 'the log of your session', 'el registro de su sesión'],
  'dosing-session.read-own': [look, 'your session of that day', 'su sesión de ese día'],
  'drug-draw.write': [write, 'what was drawn up for you', 'lo que se preparó para usted'],
  'bilateral.read': [look, 'whether your screen is ready', 'si su pantalla está lista'],
  'bilateral.screen': [save, 'that your screen is here', 'que su pantalla está aquí'],
  'bilateral.start': [open, 'a set of light, sound or buzz', 'una serie de luz, sonido o zumbido'],
  'bilateral.stop': [end, 'a set of light, sound or buzz', 'una serie de luz, sonido o zumbido'],
  'emdr.read': [look, 'your EMDR work', 'su trabajo de EMDR'],
  'emdr.save-sitting': [write, 'in your EMDR work', 'en su trabajo de EMDR'],
  'emdr.save-target': [write, 'in your EMDR work', 'en su trabajo de EMDR'],
  'encounter-note.list': [look, 'the notes of your visits', 'las notas de sus visitas'],
  'encounter-note.write': [write, 'a note of your visit', 'una nota de su visita'],
  'first-words.keep': [change, 'your first words after a dose', 'sus primeras palabras tras una dosis'],
  'first-words.list': [look, 'your first words after a dose', 'sus primeras palabras tras una dosis'],
  'first-words.take-down': [
    write,
    'down your first words after a dose',
    'sus primeras palabras tras una dosis',
  ],
  'guest-note.list': [look, 'notes from your therapist outside', 'notas de su terapeuta de fuera'],
  'gate-sheet.read': [look, 'your readiness list', 'su lista de preparación'],
  'health-record.add': [add, 'your health history', 'sus antecedentes'],
  'health-record.correct': [correct, 'your health history', 'sus antecedentes'],
  'health-record.read': [look, 'your health history', 'sus antecedentes'],
  'help.ask': [ask, 'help', 'ayuda'],
  'instructions.read': [look, 'what was decided about your medicines', 'lo decidido sobre sus medicinas'],
  'guided-room.append': [add, 'what was done beside you', 'lo que se hizo a su lado'],
  'guided-room.read': [look, 'your limits and the room, as your guide', 'sus límites y la sala, como guía'],
  'home.address.read': [look, 'the address of the day at home', 'la dirección del día en casa'],
  'home.guide': [save, 'who guides your day at home', 'quién guía su día en casa'],
  'home.on-call': [save, 'who answers on your day at home', 'quién responde en su día en casa'],
  'home.plan.read': [look, 'the plan of your day at home', 'el plan de su día en casa'],
  'home.supply': [save, 'what was sent home with you', 'lo que se le envió a casa'],
  'ring.own': [look, 'whom your call reached', 'a quién llegó su llamada'],
  'issue.decide': [decide, 'what the safety check found', 'lo que encontró la revisión de seguridad'],
  'issue.list': [look, 'what the safety check found', 'lo que encontró la revisión de seguridad'],
  'long-term-watch.read': [
    look,
    'what is watched for over time',
    'aquello a lo que se está atento con el tiempo',
  ],
  'monitoring-form.complete': [
    change,
    'the safety programme’s form of your session',
    'el formulario del programa de seguridad de su sesión',
  ],
  'monitoring-form.read': [
    look,
    'the safety programme’s form of your session',
    'el formulario del programa de seguridad de su sesión',
  ],
  'monitoring-form.send': [
    send,
    'the safety programme’s form of your session',
    'el formulario del programa de seguridad de su sesión',
  ],
  'music-plan.read': [look, 'what you want to hear', 'lo que usted quiere oír'],
  'music-plan.save': [save, 'what you want to hear', 'lo que usted quiere oír'],
  'order.sign': [sign, 'your dose order', 'su orden de dosis'],
  'outcomes.read': [look, 'your progress', 'su progreso'],
  'own-words.delete': [remove, 'an entry in your own words', 'una entrada en sus propias palabras'],
  'own-words.list': [look, 'your own words', 'sus propias palabras'],
  'own-words.read-media': [look, 'what hangs on an entry of yours', 'lo que acompaña algo que escribió'],
  'own-words.save-media': [save, 'what hangs on an entry of yours', 'lo que acompaña algo que escribió'],
  'own-words.save': [save, 'your own words', 'sus propias palabras'],
  'own-words.share': [share, 'an entry in your own words', 'una entrada en sus propias palabras'],
  'own-words.take-back': [takeBack, 'an entry you shared', 'una entrada que usted compartió'],
  'paper-entry.left-empty': [
    write,
    'that a line on the paper of your session was empty',
    'que una línea en el papel de su sesión estaba vacía',
  ],
  'paper-entry.read': [
    look,
    'what was on the paper of your session',
    'lo que había en el papel de su sesión',
  ],
  'passport.make': [write, 'your passport', 'su pasaporte'],
  'patient.correct': [correct, 'your details', 'sus datos'],
  'patient.read': [look, 'your details', 'sus datos'],
  'preparation.read': [look, 'your preparation', 'su preparación'],
  'preparation.save': [save, 'a step of your preparation', 'un paso de su preparación'],
  'psychotherapy-note.list': [look, 'their own notes about you', 'sus propias notas sobre usted'],
  'psychotherapy-note.save': [write, 'a note of their own about you', 'una nota propia sobre usted'],
  'question.answer': [answer, 'a question of yours', 'una pregunta suya'],
  'question.ask': [add, 'your questions', 'sus preguntas'],
  'question.list': [look, 'your questions', 'sus preguntas'],
  'question.take': [take, 'a question of yours', 'una pregunta suya'],
  'question.triage': [decide, 'whose a question of yours is', 'de quién es una pregunta suya'],
  'message.list': [look, 'your open questions', 'sus preguntas abiertas'],
  'push-phone.add': [add, 'the phones we may knock at', 'los teléfonos a los que podemos avisar'],
  'push-phone.end': [end, 'messages to one of your phones', 'los avisos a uno de sus teléfonos'],
  'questionnaire.list': [look, 'your answers', 'sus respuestas'],
  'questionnaire.list-forms': [look, 'which questionnaires there are', 'qué cuestionarios hay'],
  'questionnaire.save': [save, 'your answers', 'sus respuestas'],
  'reminder-wishes.read': [look, 'what you wish to be told', 'lo que usted quiere que le avisemos'],
  'reminder-wishes.save': [change, 'what you wish to be told', 'lo que usted quiere que le avisemos'],
  'sign-in.end-all': [
    end,
    'all your open pages, for a lost phone',
    'todas sus entradas, por un teléfono perdido',
  ],
  'sign-in.end-others': [end, 'an open page of yours elsewhere', 'una entrada suya en otro lugar'],
  'reading.give': [give, 'something to read', 'algo para leer'],
  'reading.list': [look, 'what you were given to read', 'lo que le dieron para leer'],
  'reading.open': [open, 'what you were given to read', 'lo que le dieron para leer'],
  'record-import.decide': [decide, 'the record you brought', 'el expediente que trajo'],
  'record-import.list': [look, 'the record you brought', 'el expediente que trajo'],
  'record-import.read': [bring, 'the record you brought', 'el expediente que trajo'],
  'record.export': [save, 'your whole record', 'toda su historia'],
  'release-gate.read': [look, 'whether you could go home', 'si usted podía irse a casa'],
  'remote-visit.enter': [open, 'a visit from elsewhere', 'una visita desde otro lugar'],
  'remote-visit.read': [look, 'a visit from elsewhere', 'una visita desde otro lugar'],
  'ride.ask': [ask, 'a ride home for you', 'su regreso a casa'],
  'ride.list': [look, 'your ride home', 'su regreso a casa'],
  'safety-plan.go-through': [
    sign,
    'that you went through your safety plan together',
    'que repasaron juntos su plan de seguridad',
  ],
  'safety-plan.read': [look, 'your safety plan', 'su plan de seguridad'],
  'safety-plan.save': [write, 'your safety plan', 'su plan de seguridad'],
  'screening.submit': [send, 'your screening', 'su evaluación'],
  'series-decision.decide': [decide, 'how your plan goes on', 'cómo sigue su plan'],
  'pillars.read': [
    look,
    'whether your preparation, support and integration are there',
    'si están su preparación, el apoyo y la integración',
  ],
  'series-decision.read': [look, 'how your plan has gone', 'cómo ha ido su plan'],
  'series.list': [look, 'your plan', 'su plan'],
  'series.plan': [plan, 'your sessions', 'sus sesiones'],
  'series.status': [change, 'where your plan stands', 'el estado de su plan'],
  'session-note.co-sign': [sign, 'the note of your session', 'la nota de su sesión'],
  'session-note.read': [look, 'the note of your session', 'la nota de su sesión'],
  'session-note.sign': [sign, 'the note of your session', 'la nota de su sesión'],
  'shared-words.read-media': [
    look,
    'what hangs on words you shared',
    'lo que acompaña palabras que compartió',
  ],
  'shared-words.read': [look, 'the words you shared', 'las palabras que usted compartió'],
  'who-looked.read': [look, 'this list', 'esta lista'],
  'story.list': [look, 'the stories you told', 'las historias que contó'],
  'story.tell': [add, 'the stories you told', 'las historias que contó'],
  'story.withdraw': [withdraw, 'a story you told', 'una historia que contó'],
  'hand-over.read': [
    look,
    'the paper for whoever you talk to after a dose',
    'la hoja para quien le acompañe después de una dosis',
  ],
  'decided.see': [
    look,
    'what was decided about your plan, on your screen',
    'lo que se decidió sobre su plan, en su pantalla',
  ],
  'decided.read': [look, 'what was decided about your plan', 'lo que se decidió sobre su plan'],
  'way-out.read': [look, 'what comes after your plan', 'lo que sigue después de su plan'],
};

const call = verb('Called', 'call', 'Avisó a', 'avisar a');

/** What the software does by itself, without anybody’s request. */
const actsByItself: typeof acts = {
  'ring.call': [call, 'someone of the clinic about you', 'alguien de la clínica sobre usted'],
  'home.ring': [call, 'someone about your day at home', 'alguien sobre su día en casa'],
  'downtime-pack.make': [
    write,
    'the papers for a day without computers',
    'los papeles para un día sin computadoras',
  ],
};

export const namedActions: ReadonlySet<string> = new Set(Object.keys(acts));
export const namedByItself: ReadonlySet<string> = new Set(Object.keys(actsByItself));

/** How it ended: it happened, the person was kept out, or they were let in and nothing came of it. */
export type Ending = 'done' | 'kept-out' | 'nothing-came';

const tried: Readonly<Record<Exclude<Ending, 'done'>, (act: string) => Words>> = {
  'kept-out': (act) => ({
    en: `Tried to ${act}, and was not let in`,
    es: `Intentó ${act}, y no se le permitió`,
  }),
  'nothing-came': (act) => ({
    en: `Tried to ${act}, and nothing came of it`,
    es: `Intentó ${act}, y no tuvo efecto`,
  }),
};

export function actionWords(action: string, ending: Ending, language: keyof Words): string {
  const [kind, en, es] = acts[action] ??
    actsByItself[action] ?? [change, 'something in your record', 'algo en su historia'];
  const what = language === 'es' ? es : en;
  if (ending === 'done') return `${kind.did[language]} ${what}`;
  return tried[ending](`${kind.to[language]} ${what}`)[language];
}
