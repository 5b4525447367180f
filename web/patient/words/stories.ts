// Telling a story for the public page, and taking it back.
import { words } from '#web/patient/both-languages.ts';

export const storyWords = words(
  {
    'story.title': 'Tell how it was',
    'story.lead':
      'For people who think about it now. Good, nothing much, or hard: all of it helps them. You do not have to.',
    'story.page': 'Read the page where stories stand',
    'story.kind': 'You would call it',
    'story.good': 'Good',
    'story.neutral': 'Nothing much',
    'story.hard': 'Hard',
    'story.words': 'How it was',
    'story.words-hint': 'No names, places or dates, so that nobody finds you by it.',
    'story.may': 'It may stand on the public page of this clinic, without my name.',
    'story.may-text':
      'Someone here reads it first. Your care is the same with it or without. You can take it back at any time; then the words are deleted.',
    'story.send': 'Send it',
    'story.sending': 'Sending',
    'story.closed': 'Choose, write, and agree first',
    'story.mine': 'What you told',
    'story.state.waiting': 'Waits for someone to read it',
    'story.state.shown': 'Stands on the page',
    'story.state.not-shown': 'Is not shown',
    'story.state.withdrawn': 'Taken back. The words are deleted.',
    'story.withdraw': 'Take it back',
    'story.withdrawing': 'Taking it back',
    'story.still': 'Nothing was sent. What you wrote is still here.',
  },
  {
    'story.title': 'Contar cómo fue',
    'story.lead':
      'Para quienes lo piensan ahora. Buena, casi nada o difícil: todo les ayuda. No tiene que hacerlo.',
    'story.page': 'Leer la página donde están las historias',
    'story.kind': 'Usted la llamaría',
    'story.good': 'Buena',
    'story.neutral': 'Casi nada',
    'story.hard': 'Difícil',
    'story.words': 'Cómo fue',
    'story.words-hint': 'Sin nombres, lugares ni fechas, para que nadie le encuentre por ella.',
    'story.may': 'Puede estar en la página pública de esta clínica, sin mi nombre.',
    'story.may-text':
      'Alguien de aquí la lee antes. Su cuidado es igual con ella o sin ella. Puede retirarla cuando quiera; entonces se borran las palabras.',
    'story.send': 'Enviarla',
    'story.sending': 'Enviando',
    'story.closed': 'Antes elija, escriba y acepte',
    'story.mine': 'Lo que contó',
    'story.state.waiting': 'Espera a que alguien la lea',
    'story.state.shown': 'Está en la página',
    'story.state.not-shown': 'No se muestra',
    'story.state.withdrawn': 'Retirada. Se borraron las palabras.',
    'story.withdraw': 'Retirarla',
    'story.withdrawing': 'Retirando',
    'story.still': 'No se envió nada. Lo que escribió sigue aquí.',
  },
);
