// Buttons. A busy button says what it is doing in words, and a closed one carries its reason in its own label.
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'deep' | 'lamp' | 'plain' | 'sand';
export type ButtonSize = 'usual' | 'large' | 'row' | 'altered';

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-sea text-on-sea border-sea hover:opacity-90',
  secondary: 'bg-transparent text-sea border-edge hover:bg-shallow',
  quiet: 'border-transparent text-sea underline underline-offset-4 decoration-[1.5px] hover:decoration-[3px]',
  danger: 'bg-alert-tint text-alert border-alert border-[2.5px] hover:opacity-90',
  deep: 'bg-deep-btn text-on-deep-btn border-deep-btn hover:opacity-95',
  plain: 'bg-transparent text-ink border-edge hover:bg-shallow',
  sand: 'bg-transparent text-on-sand border-sand-edge',
  lamp: 'bg-lamp-tint text-lamp border-lamp hover:opacity-90',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  usual: 'min-h-(--target) px-4 text-body',
  large: 'min-h-15 px-6 text-sub',
  row: 'min-h-10 px-3.5 text-small',
  altered: 'min-h-21 px-8 text-head',
};

export interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly wide?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The look alone, for a router link that must read as a button. */
export function buttonClass({
  variant = 'secondary',
  size = 'usual',
  wide,
  className,
}: ButtonLook = {}): string {
  return classNames(
    'press inline-flex [&>svg]:shrink-0 items-center justify-center gap-3 rounded-control border-[1.5px] py-2 font-sub leading-tight text-center no-underline',
    'cursor-pointer aria-disabled:cursor-not-allowed aria-disabled:bg-shallow aria-disabled:text-ink-2 aria-disabled:border-edge aria-disabled:no-underline',
    variants[variant],
    sizes[size],
    wide && 'w-full',
    className,
  );
}

export interface ButtonProps
  extends ButtonLook,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'children'> {
  readonly children: ReactNode;
  /** Shown in place of the label while the act is under way, for example "Saving". */
  readonly busy?: string | undefined;
  /** Why this cannot be pressed now. It replaces the label, so nobody has to guess. */
  readonly closed?: string | undefined;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button({
  variant,
  size,
  wide,
  className,
  children,
  busy,
  closed,
  icon,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const held = busy !== undefined || closed !== undefined;
  // aria-disabled, not disabled: the button stays in reach of a keyboard, so its reason can be heard.
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (held) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={held || undefined}
      aria-busy={busy === undefined ? undefined : true}
      onClick={press}
      className={buttonClass({ variant, size, wide, className })}
    >
      {icon}
      <span>{busy ?? closed ?? children}</span>
    </button>
  );
}
