// Beside each question that can be hard to answer: why it is asked, who sees the answer, and what follows from it.
import { words } from '#web/patient/both-languages.ts';

export const whyWords = words(
  {
    'why.ask': 'Why we ask this',
    'why.change':
      'You can change any answer later. The old one stays in the record, marked. No one asks you why you changed it.',

    'why.question.psychosis-now':
      'Ketamine can make this stronger. Nurse and prescriber see it. A yes means we talk first; this drug may not be right for now.',
    'why.question.psychosis-past':
      'It can come back with ketamine. Nurse and prescriber see it. A yes means the prescriber weighs it with you.',
    'why.question.mania-now':
      'Ketamine can push a high mood higher. Nurse and prescriber see it. A yes means we wait and help with that first.',
    'why.question.bipolar-treated':
      'It changes how we watch your mood. Nurse and prescriber see it. A yes means we ask about your other medicine.',
    'why.question.dissociative-disorder':
      'Ketamine can make you feel far from yourself. Nurse and prescriber see it. A yes means we plan with you what brings you back.',
    'why.question.acute-suicidality':
      'So that you are not alone with it. Nurse and prescriber see it. After a yes a person talks with you the same day. It does not shut you out.',
    'why.question.substance-use-now':
      'Some drugs and drink are not safe with ketamine, and ketamine can be hard to leave. Nurse and prescriber see it, no one else. A yes means a safer plan, not a no.',
    'why.question.substance-use-past':
      'So that we watch out with you. Nurse and prescriber see it, no one else. A yes means we ask about it now and then.',
    'why.question.bad-reaction':
      'So that it does not happen again. Nurse and prescriber see it. A yes means we ask what happened.',
    'why.question.bladder-trouble':
      'Ketamine can harm the bladder. Nurse and prescriber see it. A yes means a look at it before the first dose.',
    'why.question.pregnancy':
      'We do not know that ketamine is safe for a baby. Nurse and prescriber see it. A yes or a maybe means no dose before we have talked.',

    'why.section.about': 'It is kept with your record. If something is missing, the front desk asks you.',
    'why.section.medicines':
      'A nurse goes through the list with you before each dose. Some may have to wait that day; you get it in writing.',
    'why.section.allergies':
      'It stands on the screen in the room, so that the one who gives a medicine sees it.',
    'why.section.history':
      'A yes does not mean no. The prescriber reads each one and talks with you about it.',
    'why.section.treatments':
      'The prescriber reads it at the first talk. Your insurer may be shown it, and you are asked first.',
    'why.section.goals': 'It comes back in the first talk, before each session, and when we ask if it helps.',

    'why.form.phq-9':
      'We ask how low your mood is, so that you and we can see a change. The answers are kept beside the earlier ones.',
    'why.form.gad-7':
      'We ask how worried you are, so that you and we can see a change. The answers are kept beside the earlier ones.',
    'why.form.pcl-5':
      'We ask what the bad event still does to you, not what it was. The answers are kept beside the earlier ones.',
    'why.form.c-ssrs-screener':
      'We ask so that you are not alone with such thoughts. After some answers we ask a person at the clinic to call you the same day.',
    'why.form.audit-c':
      'Drink and ketamine can be a bad pair. Your answers lead to a safer plan, not to a no.',
    'why.form.dast-10':
      'Other drugs and ketamine can be a bad pair. Your answers lead to a safer plan, not to a no.',
    'why.form.peg': 'We ask what pain takes from your days, so that you and we can see a change.',
    'why.form.bladder':
      'A lot of ketamine can hurt the bladder. We ask before each dose, so that it is found early.',
    'why.form.misuse':
      'For some people ketamine turns into a pull. Your answers lead to a talk and a safer plan.',
  },
  {
    'why.ask': 'Por qué lo preguntamos',
    'why.change':
      'Puede cambiar cualquier respuesta más tarde. La vieja queda en la historia, marcada. Nadie le pregunta por qué la cambió.',

    'why.question.psychosis-now':
      'La ketamina puede hacerlo más fuerte. Lo ven la enfermera y quien receta. Si dice que sí, hablamos antes; quizá esta droga no sea para ahora.',
    'why.question.psychosis-past':
      'Puede volver con la ketamina. Lo ven la enfermera y quien receta. Si dice que sí, quien receta lo sopesa con usted.',
    'why.question.mania-now':
      'La ketamina puede subir más un ánimo muy alto. Lo ven la enfermera y quien receta. Si dice que sí, esperamos y ayudamos primero con eso.',
    'why.question.bipolar-treated':
      'Cambia cómo cuidamos su ánimo. Lo ven la enfermera y quien receta. Si dice que sí, preguntamos por su otra medicina.',
    'why.question.dissociative-disorder':
      'La ketamina puede hacerle sentir lejos de sí. Lo ven la enfermera y quien receta. Si dice que sí, planeamos con usted qué le trae de vuelta.',
    'why.question.acute-suicidality':
      'Para que no esté a solas con eso. Lo ven la enfermera y quien receta. Después de un sí, una persona habla con usted el mismo día. No le deja fuera.',
    'why.question.substance-use-now':
      'Algunas drogas y el alcohol no son seguros con ketamina, y puede costar dejarla. Lo ven la enfermera y quien receta, nadie más. Un sí lleva a un plan más seguro, no a un no.',
    'why.question.substance-use-past':
      'Para estar atentos con usted. Lo ven la enfermera y quien receta, nadie más. Un sí significa que preguntamos de vez en cuando.',
    'why.question.bad-reaction':
      'Para que no vuelva a pasar. Lo ven la enfermera y quien receta. Si dice que sí, preguntamos qué pasó.',
    'why.question.bladder-trouble':
      'La ketamina puede dañar la vejiga. Lo ven la enfermera y quien receta. Si dice que sí, la miramos antes de la primera dosis.',
    'why.question.pregnancy':
      'No sabemos si la ketamina es segura para un bebé. Lo ven la enfermera y quien receta. Un sí o un quizá significa que no hay dosis antes de hablar.',

    'why.section.about': 'Se guarda con su historia. Si falta algo, recepción le pregunta.',
    'why.section.medicines':
      'Una enfermera repasa la lista con usted antes de cada dosis. Alguna puede tener que esperar ese día; se lo damos por escrito.',
    'why.section.allergies': 'Está en la pantalla de la sala, para que lo vea quien da una medicina.',
    'why.section.history':
      'Un sí no quiere decir que no se pueda. Quien receta lee cada una y habla con usted.',
    'why.section.treatments':
      'Quien receta lo lee en la primera conversación. Puede mostrarse a su seguro, y antes se le pregunta a usted.',
    'why.section.goals':
      'Vuelve en la primera conversación, antes de cada sesión y cuando preguntamos si ayuda.',

    'why.form.phq-9':
      'Preguntamos qué tan bajo está su ánimo, para que usted y nosotros veamos un cambio. Se guarda junto a lo anterior.',
    'why.form.gad-7':
      'Preguntamos cuánta preocupación hay, para que usted y nosotros veamos un cambio. Se guarda junto a lo anterior.',
    'why.form.pcl-5':
      'Preguntamos qué le hace todavía lo que vivió, no qué fue. Se guarda junto a lo anterior.',
    'why.form.c-ssrs-screener':
      'Preguntamos para que no esté a solas con esos pensamientos. Después de algunas respuestas pedimos a una persona de la clínica que le llame el mismo día.',
    'why.form.audit-c':
      'El alcohol y la ketamina pueden hacer mala pareja. Sus respuestas llevan a un plan más seguro, no a un no.',
    'why.form.dast-10':
      'Otras drogas y la ketamina pueden hacer mala pareja. Sus respuestas llevan a un plan más seguro, no a un no.',
    'why.form.peg':
      'Preguntamos qué le quita el dolor a sus días, para que usted y nosotros veamos un cambio.',
    'why.form.bladder':
      'Mucha ketamina puede dañar la vejiga. Preguntamos antes de cada dosis, para notarlo pronto.',
    'why.form.misuse':
      'A algunas personas les dan cada vez más ganas de ketamina. Sus respuestas llevan a hablar y a un plan más seguro.',
  },
);
