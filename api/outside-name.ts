// What a clinic is called where strangers read along: on a lock screen, in a mailbox, in a calendar. A name that says what it
// treats is left out, and its telephone stands there instead.

const saysTooMuch =
  /keta|spravat|psych|psiqui|psico|mental|behavio|conduct|counsel|consejer|suicid|depress|depres|emoti|emoci|bienestar|wellbeing|anxi|ansie|trauma|therap|terap|infusi|brain|cerebr|mind|mood|neuro|pain|dolor|wellness|recover|recuper|rehab|addict|adicci/i;

/** Nothing where the name says too much. */
export function quietName(name: string): string | undefined {
  return saysTooMuch.test(name) ? undefined : name;
}

export function outsideName({ name, phone }: { readonly name: string; readonly phone: string }): string {
  return quietName(name) ?? phone;
}

/** The clinic and how to reach it, as one line of a message. */
export function outsideContact(clinic: { readonly name: string; readonly phone: string }): string {
  const name = outsideName(clinic);
  return name === clinic.phone ? clinic.phone : `${name}, ${clinic.phone}`;
}
