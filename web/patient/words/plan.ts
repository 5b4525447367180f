// A safety plan: what it is for, who reads it, and what keeping it on the phone means.
import { words } from '#web/patient/both-languages.ts';

export const planWords = words(
  {
    'my-plan.title': 'My safety plan',
    'my-plan.lead':
      'For a day when you may want to die or hurt yourself. Write it on a calmer day. A few words are enough.',
    'my-plan.danger': 'This page calls no one by itself. In danger now, call {number}.',
    'my-plan.danger-unknown':
      'This page calls no one by itself. In danger now, call your local emergency number.',
    'my-plan.who-reads': 'You and your care team at the clinic read this. Each look is on your list.',
    'my-plan.who-looked': 'Who looked',
    'my-plan.together': 'You can write it alone, or ask someone of your team to sit with you.',
    'my-plan.start': 'Write my plan',
    'my-plan.change': 'Change it',
    'my-plan.print': 'Print it',
    'my-plan.save': 'Keep my plan',
    'my-plan.one-line': 'Write one line first',
    'my-plan.leave': 'Leave it as it was',
    'my-plan.written': 'Written {when}, by {name}.',
    'my-plan.gone-through': 'Gone through with {name}, {when}.',
    'my-plan.changed-since': 'It was changed after that.',
    'my-plan.changed-first': '{name} changed the plan while you wrote. It is above. Yours is in the boxes.',
    'my-plan.back': 'Back to my words',
    'my-plan.here': 'Keep it readable on this phone with no signal',
    'my-plan.here-text': 'Whoever opens this phone can read it. Signing out takes it away.',
    'my-plan.here-on': 'This phone keeps a copy.',
    'my-plan.here-off': 'No copy is on this phone.',
    'my-plan.here-failed': 'This phone could not keep a copy. Print it, or write down the numbers.',
    'my-plan.none-here':
      'No plan is kept on this phone. If you wrote one, it is with the clinic. Sign in to open it.',
    'my-plan.from':
      'The steps follow an order that clinics have used for years. The words are ours. No clinician has approved them yet.',
  },
  {
    'my-plan.title': 'Mi plan de seguridad',
    'my-plan.lead':
      'Para un día en que quiera morir o hacerse daño. Escríbalo en un día más tranquilo. Bastan unas palabras.',
    'my-plan.danger': 'Esta página no llama a nadie por sí sola. Si hay peligro ahora, llame al {number}.',
    'my-plan.danger-unknown':
      'Esta página no llama a nadie por sí sola. Si hay peligro ahora, llame al número de emergencia de su lugar.',
    'my-plan.who-reads': 'Lo leen usted y su equipo de la clínica. Cada mirada queda en su lista.',
    'my-plan.who-looked': 'Quién miró',
    'my-plan.together': 'Puede escribirlo a solas, o pedir a alguien de su equipo que le acompañe.',
    'my-plan.start': 'Escribir mi plan',
    'my-plan.change': 'Cambiarlo',
    'my-plan.print': 'Imprimirlo',
    'my-plan.save': 'Guardar mi plan',
    'my-plan.one-line': 'Escriba primero una línea',
    'my-plan.leave': 'Dejarlo como estaba',
    'my-plan.written': 'Escrito {when}, por {name}.',
    'my-plan.gone-through': 'Repasado con {name}, {when}.',
    'my-plan.changed-since': 'Después se cambió.',
    'my-plan.changed-first':
      '{name} cambió el plan mientras usted escribía. Está arriba. Lo suyo está en las casillas.',
    'my-plan.back': 'Volver a mis palabras',
    'my-plan.here': 'Que se pueda leer en este teléfono sin señal',
    'my-plan.here-text': 'Quien abra este teléfono puede leerlo. Al salir de la cuenta se borra.',
    'my-plan.here-on': 'Este teléfono guarda una copia.',
    'my-plan.here-off': 'En este teléfono no hay copia.',
    'my-plan.here-failed': 'Este teléfono no pudo guardar una copia. Imprímalo, o anote los números.',
    'my-plan.none-here':
      'En este teléfono no hay ningún plan. Si escribió uno, está con la clínica. Entre para abrirlo.',
    'my-plan.from':
      'Los pasos siguen un orden que las clínicas usan hace años. Las palabras son nuestras. Ningún clínico las ha aprobado aún.',
  },
);
