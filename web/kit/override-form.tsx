// A person decides against a line, in their own words and under their own name. The line stays what it is.
import './bedside-words.ts';
import { type ReactNode, useState } from 'react';
import type { CallFailure } from './api-client.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';
import { t } from './locale.ts';
import { StateMark } from './state-mark.tsx';
import { TextArea } from './text-area.tsx';

export interface OverrideFormProps {
  readonly condition: string;
  /** Who is signed in and decides; nobody decides for another. */
  readonly decider: ReactNode;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onSign: () => void;
  readonly changes: readonly ReactNode[];
  readonly doesNotChange: readonly ReactNode[];
  readonly failure?: CallFailure | undefined;
  readonly busy?: boolean | undefined;
}

export function OverrideForm({
  condition,
  decider,
  reason,
  onReason,
  onSign,
  changes,
  doesNotChange,
  failure,
  busy,
}: OverrideFormProps) {
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <section className="card rounded-card bg-surface p-5">
      <h2 className="text-sub font-sub">{t('kit.override-title', { condition })}</h2>
      <p className="mt-1 mb-4">{t('kit.override-lead')}</p>
      <Form
        className="gap-4"
        failure={failure}
        onSubmit={() => {
          setTried(true);
          if (!missing) onSign();
        }}
        actions={
          <Button
            type="submit"
            variant="primary"
            wide
            className="min-h-12"
            busy={busy === true ? t('kit.override-signing') : undefined}
          >
            {t('kit.override-sign')}
          </Button>
        }
      >
        <TextArea
          own
          rows={2}
          name="reason"
          label={t('kit.override-reason')}
          value={reason}
          onChange={onReason}
          fault={tried && missing ? t('kit.override-needs-reason') : undefined}
        />
        <div>
          <p className="mb-1.5 font-[560]">{t('kit.override-who')}</p>
          <p className="rounded-control border-[1.5px] border-contour bg-page px-3.5 py-2.5">{decider}</p>
        </div>
      </Form>
      <ul className="mt-4 flex flex-col gap-2 text-small">
        {changes.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
          <li key={index} className="flex gap-2.5">
            <StateMark state="met" size={20} className="mt-0.5" />
            <span>{words}</span>
          </li>
        ))}
        {doesNotChange.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
          <li key={index} className="flex gap-2.5">
            <StateMark state="not-met" size={20} className="mt-0.5" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
