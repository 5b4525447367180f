// What is watched for over months, in plain words: what was said, what was left open, what comes next.
import { words } from '#web/patient/both-languages.ts';

export const longTermWords = words(
  {
    'long.title': 'What we watch for over time',
    'long.lead': 'Some harm grows slowly. So we ask again and again, and tell you what we know.',
    'long.bladder': 'Your bladder',
    'long.bladder.why':
      'A lot of ketamine can hurt the bladder. Found early, and with no more ketamine, it can get better.',
    'long.misuse': 'Ketamine itself',
    'long.misuse.why': 'For some people ketamine turns into a pull. Saying so early keeps more ways open.',
    'long.not-asked': 'Not asked yet. So we do not know.',
    'long.no': 'On {date} you said no to each question.',
    'long.no-to-rest': 'On {date} you said no to the rest.',
    'long.yes': 'On {date} you said yes to this:',
    'long.open':
      '{count, plural, one {One question was left open} other {# questions were left open}}. That is not known.',
    'long.looks': 'Your prescriber decides about it with you before the next dose.',
    'long.blood': 'Blood when you pass water is for today. Call us: {phone}.',
    'long.next': 'You can answer again from {date}.',
    'long.now': 'It is open to answer now, for your next dose.',
    'long.go': 'Answer now',
    'long.answered': 'Answered for your next dose.',
    'long.no-date': 'No dose that asks for it is booked. You can answer at any time.',
    'long.liver': 'Your liver',
    'long.liver.why': 'Many high doses can hurt the liver. A blood test called ALT shows it.',
    'long.liver.test': 'Last test, {date}: ALT {alt}. The lab’s upper limit is {limit}.',
    'long.liver.none': 'No test is written down here.',
    'long.liver.by-protocol': 'Your plan asks for this test.',
    'long.liver.at-risk': 'Your health answers ask for this test. Your prescriber sees it.',
    'long.liver.no': 'Your plan and your health answers do not ask for it.',
    'long.liver.unknown': 'If you need it is not known yet. Your prescriber sees that.',
    'long.doses': 'How much you have had',
    'long.doses.why': 'Doses can creep up or come closer. We count the ones given here.',
    'long.doses.none': 'No dose given here is counted yet.',
    'long.doses.some':
      '{count, plural, one {One visit with a dose} other {# visits with a dose}} since {date}.',
    'long.doses.next': 'Your prescriber is shown a rise before the next dose.',
  },
  {
    'long.title': 'A qué estamos atentos con el tiempo',
    'long.lead':
      'Algunos daños crecen despacio. Por eso preguntamos una y otra vez, y le decimos lo que sabemos.',
    'long.bladder': 'Su vejiga',
    'long.bladder.why':
      'Mucha ketamina puede dañar la vejiga. Si se nota pronto, y sin más ketamina, puede mejorar.',
    'long.misuse': 'La ketamina misma',
    'long.misuse.why':
      'A algunas personas les dan cada vez más ganas de ketamina. Decirlo pronto deja más caminos abiertos.',
    'long.not-asked': 'Todavía no se ha preguntado. Así que no lo sabemos.',
    'long.no': 'El {date} respondió que no a cada pregunta.',
    'long.no-to-rest': 'El {date} respondió que no a lo demás.',
    'long.yes': 'El {date} respondió que sí a esto:',
    'long.open':
      '{count, plural, one {Quedó una pregunta sin contestar} other {Quedaron # preguntas sin contestar}}. Eso no se sabe.',
    'long.looks': 'Quien le receta lo decide con usted antes de la próxima dosis.',
    'long.blood': 'La sangre al orinar es para hoy. Llámenos: {phone}.',
    'long.next': 'Puede responder otra vez desde el {date}.',
    'long.now': 'Ya puede responder, para su próxima dosis.',
    'long.go': 'Responder ahora',
    'long.answered': 'Respondido para su próxima dosis.',
    'long.no-date': 'No hay una dosis reservada que lo pida. Puede responder cuando quiera.',
    'long.liver': 'Su hígado',
    'long.liver.why':
      'Muchas dosis altas pueden dañar el hígado. Un examen de sangre llamado ALT lo muestra.',
    'long.liver.test': 'Último examen, {date}: ALT {alt}. El límite superior del laboratorio es {limit}.',
    'long.liver.none': 'Aquí no hay ningún examen escrito.',
    'long.liver.by-protocol': 'Su plan pide este examen.',
    'long.liver.at-risk': 'Sus respuestas de salud piden este examen. Quien le receta lo ve.',
    'long.liver.no': 'Su plan y sus respuestas de salud no lo piden.',
    'long.liver.unknown': 'Todavía no se sabe si lo necesita. Quien le receta lo ve.',
    'long.doses': 'Cuánto ha recibido',
    'long.doses.why': 'Las dosis pueden subir poco a poco o acercarse. Contamos las que se dieron aquí.',
    'long.doses.none': 'Todavía no se ha contado ninguna dosis dada aquí.',
    'long.doses.some':
      '{count, plural, one {Una visita con dosis} other {# visitas con dosis}} desde el {date}.',
    'long.doses.next': 'Quien le receta ve una subida antes de la próxima dosis.',
  },
);
