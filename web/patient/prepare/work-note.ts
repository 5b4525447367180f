// What a note for an employer or a school says: who, which day, and whom to call. A clinic whose name says what it treats is
// there by its telephone alone.
import { outsideContact } from '#api/outside-name.ts';

export interface WorkNoteAbout {
  readonly name: string;
  readonly date: string;
  readonly clinic: { readonly name: string; readonly phone: string };
}

export type WorkNoteSays = Readonly<Record<'name' | 'date' | 'contact', string>>;

export function workNoteSays({ name, date, clinic }: WorkNoteAbout): WorkNoteSays {
  return { name, date, contact: outsideContact(clinic) };
}
