// What a patient reads before anything else is loaded: the places, what is shared by every page, the way to a person.
import { words } from '#web/patient/both-languages.ts';

export const firstWords = words(
  {
    'place.today': 'Today',
    'place.learn': 'Learn',
    'place.journal': 'Journal',
    'place.more': 'More',

    'shared.back-to': 'Back to {place}',
    'shared.save': 'Save',
    'shared.saving': 'Saving',
    'shared.try-again': 'Try again',
    'shared.not-now': 'Not now',
    'shared.cancel': 'Cancel',
    'shared.not-sure': 'Not sure',
    'shared.nothing-lost': 'What you typed is still here.',
    'shared.could-not-load': 'We could not ask the clinic. {why}',
    'shared.kept-here': 'Saved here, not sent yet. It goes when there is a link.',
    'shared.gone': 'There is no page here. Your day is on the first page.',
    'shared.page-not-here': 'This page is not on the phone yet. It needs a network once.',
    'shared.only-in-page': 'This phone cannot keep words until you sign in. Keep this page open.',
    'shared.as-of': 'No signal. You see what we knew {when}. It may be old.',
    'shared.today-at': 'today at {time}',
    'shared.tomorrow-at': 'tomorrow, {weekday}, at {time}',
    'shared.yesterday-at': 'yesterday at {time}',
    'shared.day-at': '{date}, at {time}',

    'enter.opening': 'Opening your link',

    'sign-in.call': 'Cannot get in? Call {clinic}: {phone}',

    'broken.title': 'This page broke',
    'broken.what': 'The fault is in this page, not in anything you did.',
    'broken.kept': 'What you wrote here is kept on this phone. What was sent is kept with the clinic.',
    'broken.again': 'Load it again',
    'broken.today': 'Back to today',

    'help.title': 'Talk to a person',
    'help.danger': 'If you or someone else is in danger now, call {number}.',
    'help.danger-unknown': 'If you or someone else is in danger now, call your local emergency number.',
    'help.call-clinic': 'Call the clinic',
    'help.hours': 'Someone answers {hours}.',
    'help.no-on-call': 'At other hours no one at the clinic answers. Use the numbers for any hour.',
    'help.no-phone': 'We do not have the clinic’s number on this phone yet.',
    'help.ask': 'Ask us to call you',
    'help.asking': 'Telling the clinic',
    'help.heard':
      'Delivered {time}. {count, plural, =0 {Nobody is checked in at the clinic now. Call instead.} one {One person is there. It is on their screen.} other {# people are there. It is on their screens.}}',
    'help.not-heard': 'This reached no one. Call instead, or try again.',
    'help.sign-in-first': 'Sign in to send this. Calling always works.',
    'help.crisis': 'At any hour',
    'help.call-line': 'Call {number}',
    'help.text-line': 'Text {number}',
    'help.no-line': 'We do not know a crisis line for your place. Call your local emergency number.',
    'help.source': 'These numbers are on this phone and need no internet.',
  },
  {
    'place.today': 'Hoy',
    'place.learn': 'Saber',
    'place.journal': 'Diario',
    'place.more': 'Más',

    'shared.back-to': 'Volver a {place}',
    'shared.save': 'Guardar',
    'shared.saving': 'Guardando',
    'shared.try-again': 'Intentar otra vez',
    'shared.not-now': 'Ahora no',
    'shared.cancel': 'Cancelar',
    'shared.not-sure': 'No lo sé bien',
    'shared.nothing-lost': 'Lo que escribió sigue aquí.',
    'shared.could-not-load': 'No pudimos preguntar a la clínica. {why}',
    'shared.kept-here': 'Guardado aquí, sin enviar. Sale cuando haya señal.',
    'shared.gone': 'Aquí no hay ninguna página. Su día está en la primera.',
    'shared.page-not-here': 'Esta página todavía no está en el teléfono. Necesita red una vez.',
    'shared.only-in-page':
      'Este teléfono no puede guardar palabras hasta que usted entre. Deje esta página abierta.',
    'shared.as-of': 'Sin señal. Ve lo que sabíamos {when}. Puede haber cambiado.',
    'shared.today-at': 'hoy a las {time}',
    'shared.tomorrow-at': 'mañana, {weekday}, a las {time}',
    'shared.yesterday-at': 'ayer a las {time}',
    'shared.day-at': 'el {date}, a las {time}',

    'enter.opening': 'Abriendo su enlace',

    'sign-in.call': '¿No puede entrar? Llame a {clinic}: {phone}',

    'broken.title': 'Esta página falló',
    'broken.what': 'La falla es de la página, no de algo que usted hizo.',
    'broken.kept':
      'Lo que escribió aquí está guardado en este teléfono. Lo enviado está guardado con la clínica.',
    'broken.again': 'Cargar otra vez',
    'broken.today': 'Volver a hoy',

    'help.title': 'Hablar con una persona',
    'help.danger': 'Si usted u otra persona corre peligro ahora, llame al {number}.',
    'help.danger-unknown':
      'Si usted u otra persona corre peligro ahora, llame al número de emergencias de su lugar.',
    'help.call-clinic': 'Llamar a la clínica',
    'help.hours': 'Alguien contesta {hours}.',
    'help.no-on-call': 'A otras horas nadie contesta en la clínica. Use los números de cualquier hora.',
    'help.no-phone': 'Este teléfono todavía no tiene el número de la clínica.',
    'help.ask': 'Pedir que le llamen',
    'help.asking': 'Avisando a la clínica',
    'help.heard':
      'Entregado {time}. {count, plural, =0 {Ahora no hay nadie de turno en la clínica. Mejor llame.} one {Hay una persona. Está en su pantalla.} other {Hay # personas. Está en sus pantallas.}}',
    'help.not-heard': 'Esto no llegó a nadie. Mejor llame, o inténtelo otra vez.',
    'help.sign-in-first': 'Entre para enviar esto. Llamar siempre funciona.',
    'help.crisis': 'A cualquier hora',
    'help.call-line': 'Llamar al {number}',
    'help.text-line': 'Mensaje al {number}',
    'help.no-line':
      'No conocemos una línea de crisis para su lugar. Llame al número de emergencias de su lugar.',
    'help.source': 'Estos números están en el teléfono y no necesitan internet.',
  },
);
