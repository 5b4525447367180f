// Which value a refusal is about. A form provides the faults; each field asks for its own.
import { createContext, useContext } from 'react';

export interface Fault {
  readonly path: string;
  readonly message: string;
}

export const FormFaults = createContext<readonly Fault[]>([]);

/** "/body/answers/0/value", "answers.0.value" and "answers[0].value" all name the same field. */
export function sameField(path: string, name: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/^\/?(body\/)?/, '')
      .replaceAll(/\[(\d+)\]/g, '.$1')
      .replaceAll('/', '.');
  return plain(path) === plain(name);
}

export function useFieldFault(name: string | undefined): string | undefined {
  const faults = useContext(FormFaults);
  if (name === undefined) return undefined;
  return faults.find((fault) => sameField(fault.path, name))?.message;
}
