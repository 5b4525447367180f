// A person can be called from every patient screen: same place, same shape, never behind a menu.
import { LifeBuoy, Phone } from 'lucide-react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';

export interface HelpButtonProps {
  readonly onPress: () => void;
  /** Filled in the dock; edged in a bar across the foot, as for a companion. */
  readonly look: 'dock' | 'bar';
  readonly words?: string | undefined;
}

export function HelpButton({ onPress, look, words }: HelpButtonProps) {
  const Sign = look === 'dock' ? LifeBuoy : Phone;
  return (
    <button
      type="button"
      onClick={onPress}
      className={classNames(
        'press inline-flex min-h-14 cursor-pointer items-center justify-center gap-2 rounded-control border-[1.5px] border-lamp px-2 font-sub leading-tight',
        look === 'dock' ? 'bg-lamp text-on-lamp' : 'w-full bg-lamp-tint text-lamp text-body',
      )}
    >
      <Sign size={24} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
      <span className="text-left">{words ?? t('kit.help')}</span>
    </button>
  );
}
