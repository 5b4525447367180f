// The paper that goes home, section by section, the same on the phones of both readers, on the nurse's screen and in print.
// A claim carries a small number; its source stands at the end. A mark is a shape and its words, never a colour alone.
import './card-words.ts';
import type { AfterVisitPaper, AfterVisitPart } from '#dosing-session/papers/after-visit.ts';
import type { PaperChange } from '#dosing-session/papers/paper.ts';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import type { Language } from './preferred-language.ts';
import { StateMark } from './state-mark.tsx';

/** What a person looks for in a hurry stands out, on paper too. */
const framed: readonly AfterVisitPart[] = ['driving', 'call', 'emergency', 'reach'];

const marks = { missing: 'unknown', unknown: 'unknown', 'not-met': 'not-met' } as const;

export interface AfterVisitSectionsProps {
  readonly paper: AfterVisitPaper;
  readonly language: Language;
  /** Only some of it, as on the part that stays on the phone. */
  readonly parts?: readonly AfterVisitPart[] | undefined;
}

export function AfterVisitSections({ paper, language, parts }: AfterVisitSectionsProps) {
  const sections = paper.sections.filter(({ id }) => parts === undefined || parts.includes(id));
  const used = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ source }) => source ?? [])));
  const sources = paper.sources.filter(({ id }) => used.has(id));
  const numberOf = (id: string): number => sources.findIndex((source) => source.id === id) + 1;
  return (
    <div lang={language} className="flex flex-col gap-6">
      {sections.map(({ id, heading, lines }) => (
        <section
          key={id}
          className={classNames(
            'flex break-inside-avoid flex-col gap-2',
            framed.includes(id)
              ? 'rounded-card border-[1.5px] border-edge px-4 py-3.5'
              : 'border-t border-contour pt-4',
          )}
        >
          <h2 className="text-sub font-sub">{heading}</h2>
          <ul className="flex flex-col gap-2">
            {lines.map(({ text, mark, source }) => (
              <li key={text} className="flex items-start gap-2.5">
                <LineMark mark={mark} />
                <span>
                  {unbroken(text)}
                  {source !== undefined && (
                    <sup className="figures ml-1 text-[0.7em] text-ink-2">{numberOf(source)}</sup>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="flex flex-col gap-1 border-t border-contour pt-4 text-small text-ink-2">
        <h2 className="font-sub">{t('kit.sources')}</h2>
        <ol className="list-decimal pl-6">
          {sources.map(({ id, title, confidence }) => (
            <li key={id}>
              {title}. {t(`kit.confidence.${confidence}`)}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** The paper comes with its times written out; "2:12" and its "pm" stay together. */
function unbroken(text: string): string {
  return text.replaceAll(/(\d) (?=[ap]\.?m\b)/g, '$1\u00a0');
}

function LineMark({ mark }: { readonly mark: string | undefined }) {
  const state = mark === undefined ? undefined : marks[mark as keyof typeof marks];
  if (state === undefined)
    return <span aria-hidden="true" className="mt-[0.62em] size-1.5 shrink-0 rounded-full bg-edge" />;
  return <StateMark state={state} size={20} className="mt-[0.2em]" />;
}

/** What this version says that the one before did not. */
export function AfterVisitChanges({ changes }: { readonly changes: readonly PaperChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section className="flex flex-col gap-2 rounded-card border-[1.5px] border-edge px-4 py-3.5">
      <h2 className="text-sub font-sub">{t('kit.changed')}</h2>
      <ul className="flex flex-col gap-2">
        {changes.map(({ heading, come, gone }) => (
          <li key={heading}>
            <span className="font-[560]">{heading}</span>
            {come.map((line) => (
              <span key={`new ${line}`} className="block">
                {t('kit.changed-new', { line })}
              </span>
            ))}
            {gone.map((line) => (
              <span key={`old ${line}`} className="block text-ink-2">
                {t('kit.changed-old', { line })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
