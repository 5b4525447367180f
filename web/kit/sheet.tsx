// Something over the page that needs an answer. The browser's own dialog keeps the focus inside and the rest silent.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** False while something is half done and must be answered first. */
  readonly closable?: boolean | undefined;
  /** For what needs the width of a tablet, such as a row with its keys. */
  readonly wide?: boolean | undefined;
}

export function Sheet({
  open,
  onClose,
  title,
  children,
  actions,
  closable = true,
  wide = false,
}: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  useLayoutEffect(() => {
    const element = dialog.current;
    // A sheet that is taken away while open is shut first: only then does the browser give the focus back.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (closable) onClose();
      }}
      className={classNames(
        'sheet m-auto max-h-[92dvh] w-full overflow-y-auto rounded-deep bg-surface p-6 text-ink shadow-sheet max-tablet:mb-0 max-tablet:max-w-full max-tablet:rounded-b-none',
        wide ? 'max-w-200 max-tablet:p-4' : 'max-w-140',
      )}
    >
      {open && (
        <div className="flex flex-col gap-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-head font-title">
              {title}
            </h2>
            {closable && (
              <button
                type="button"
                onClick={onClose}
                aria-label={t('kit.close')}
                className="press -mt-2 -mr-2 flex size-12 shrink-0 cursor-pointer items-center justify-center rounded-control"
              >
                <X size={26} strokeWidth={1.9} aria-hidden="true" />
              </button>
            )}
          </div>
          <div>{children}</div>
          {actions !== undefined && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
