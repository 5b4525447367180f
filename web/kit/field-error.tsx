// What is wrong with one value, in words, beside it; the bar keeps it readable without colour.
export interface FieldErrorProps {
  readonly id?: string | undefined;
  readonly message: string | undefined;
}

export function FieldError({ id, message }: FieldErrorProps) {
  if (message === undefined) return null;
  return (
    <p id={id} className="border-l-4 border-alert pl-3 text-alert font-[560]">
      {message}
    </p>
  );
}
