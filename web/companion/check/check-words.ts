// The words of the few questions after someone was taken home. They are read tired, in the evening or on waking.

const en = {
  'check.kicker-evening': 'This evening’s question',
  'check.kicker-morning': 'The question of the morning after',
  'check.kicker-last': 'The last question',
  'check.heading': 'How is {name}?',
  'check.text': 'What you see, with one tap. The care team reads it, and it stands in {name}’s record.',
  'check.well': 'All well',
  'check.not-sure': 'I am not sure',
  'check.worried': 'I am worried',
  'check.said': 'You said: {word}. {when}.',
  'check.again': 'It is different now',
  'check.waiting': 'Saved here, not sent. It goes when you have signal.',
  'check.waiting-red': 'Saved here, not sent. Nobody knows yet. Call.',
  'check.sent': 'It has reached the clinic.',
  'check.sent-unsure':
    'It has reached the clinic. Someone reads it in the hours of the clinic. If you are worried, say so, or call.',
  'check.sent-red': 'It has reached the clinic and rings there. If it is urgent, call as well.',
  'check.refused': 'This was not taken: {why} If something is wrong, call.',
  'check.signs': 'What do you see?',
  'check.hard-to-wake': 'Hard to wake',
  'check.breathing': 'Breathing seems wrong',
  'check.confused': 'Confused, or does not know where they are',
  'check.hurt': 'Fell or is hurt',
  'check.distressed': 'Very distressed',
  'check.send-signs': 'Tell the clinic',
  'check.needs-signs': 'Tick what you see',
  'check.coming': 'We ask you how {name} is, with one tap each: {when}.',
  'check.unasked':
    '{name} does not want us to ask you how they are. No question comes to you, here or by mail. Your link goes on. If something is wrong, say so with the button on this page, or call.',
  'check.none-left': 'Thank you. Nothing more is asked of you.',
} as const;

const es: Record<keyof typeof en, string> = {
  'check.kicker-evening': 'La pregunta de esta noche',
  'check.kicker-morning': 'La pregunta de la mañana siguiente',
  'check.kicker-last': 'La última pregunta',
  'check.heading': '¿Cómo está {name}?',
  'check.text': 'Lo que usted ve, con un toque. Lo lee el equipo, y queda en el expediente de {name}.',
  'check.well': 'Todo bien',
  'check.not-sure': 'No lo sé bien',
  'check.worried': 'Me preocupa',
  'check.said': 'Usted dijo: {word}. {when}.',
  'check.again': 'Ahora es distinto',
  'check.waiting': 'Guardado aquí, sin enviar. Sale cuando haya señal.',
  'check.waiting-red': 'Guardado aquí, sin enviar. Nadie lo sabe todavía. Llame.',
  'check.sent': 'Llegó a la clínica.',
  'check.sent-unsure':
    'Llegó a la clínica. Alguien lo lee en el horario de la clínica. Si le preocupa, dígalo o llame.',
  'check.sent-red': 'Llegó a la clínica y suena allí. Si es urgente, llame también.',
  'check.refused': 'Esto no se aceptó: {why} Si algo va mal, llame.',
  'check.signs': '¿Qué ve?',
  'check.hard-to-wake': 'Cuesta despertarle',
  'check.breathing': 'No respira bien',
  'check.confused': 'Con confusión, o no sabe dónde está',
  'check.hurt': 'Se cayó o se hizo daño',
  'check.distressed': 'Con mucha angustia',
  'check.send-signs': 'Decírselo a la clínica',
  'check.needs-signs': 'Marque lo que ve',
  'check.coming': 'Le preguntamos cómo está {name}, con un toque cada vez: {when}.',
  'check.unasked':
    '{name} prefiere que no le preguntemos a usted cómo está. No le llega ninguna pregunta, ni aquí ni por correo. Su enlace sigue. Si algo va mal, dígalo con el botón de esta página o llame.',
  'check.none-left': 'Gracias. Ya no se le pregunta nada más.',
};

export const checkWords = { en, es };
