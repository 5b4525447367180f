// One guide on the phone: as deep as the reader likes, by eye or by ear, on paper or as a file. It needs no network.
import { Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { claimOf, isClaimId } from '#content/claims.ts';
import { type Block, claimsIn, type Page as Guide } from '#content/page.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { currentLanguage, extendCatalog, formatLocalDate, t } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { go, usePathPart } from '#web/patient/address.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { useSurroundings } from '#web/patient/patient-context.ts';
import { askedDraft, nothingTyped, type Typed } from '#web/patient/prepare/asked-draft.ts';
import { ReadAloud } from '#web/patient/read-aloud.tsx';
import { learnWords } from '#web/patient/words/learn.ts';
import { useApprover } from './approver.ts';
import { ClaimMark, ClaimNumbers, ReviewLine, Roots } from './claim-roots.tsx';
import { atDepth, type Depth, guideName, guideNamed, spokenLines } from './guides.ts';

extendCatalog(learnWords);

const back = () => ({ to: '/learn', label: t('place.learn') });

function ReaderPage() {
  const name = usePathPart('page');
  const language = currentLanguage();
  const guide = guideNamed(name, language);
  if (guide === undefined) {
    return (
      <Page place="/learn" title={t('place.learn')} back={back()}>
        <EmptyState>{t('learn.gone')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page place="/learn" title={guide.title} lead={<Marked text={guide.lead} />} back={back()}>
      <Reading key={guide.path} guide={guide} />
    </Page>
  );
}

const depths: readonly Depth[] = ['short', 'more', 'most'];

function claimWords(id: string): string {
  return isClaimId(id) ? claimOf(id).statement[currentLanguage()] : '';
}

function Reading({ guide }: { readonly guide: Guide }) {
  const depth = useDraft<Depth>('learn/depth', 'more');
  const approver = useApprover(guide);
  const shown = atDepth(guide, depth.value);
  const lines = spokenLines(shown, claimWords);
  // The marks of the whole guide, so that a claim keeps its number however deep one reads.
  const cited = claimsIn(guide);
  return (
    <ClaimNumbers value={cited}>
      <div className="not-on-paper flex flex-col gap-4">
        <ChoiceGroup
          label={t('learn.depth')}
          value={depth.value}
          onChange={depth.set}
          choices={depths.map((value) => ({ value, label: t(`learn.depth-${value}`) }))}
        />
        <ReadAloud key={depth.value} texts={lines} />
      </div>
      <ReviewLine approver={approver} reviewBy={guide.review.reviewBy} />
      {shown.sections.map((section) => (
        <Section key={section.id} title={section.heading}>
          {section.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a reviewed page never move
            <BlockView key={index} block={block} />
          ))}
          {canBeAsked(guide, section.id) && <SoundsLikeMe about={section.heading} />}
        </Section>
      ))}
      <Roots ids={cited} open={depth.value === 'most'} approver={approver} />
      <div className="not-on-paper flex flex-wrap gap-3">
        <Button
          icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('learn.print')}
        </Button>
        <Button
          icon={<Download size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() =>
            saveFile({ name: `${guide.title}.txt`, type: 'text/plain', text: `${lines.join('\n\n')}\n` })
          }
        >
          {t('learn.save')}
        </Button>
      </div>
      <p className="text-small text-ink-2">{t('learn.grade')}</p>
    </ClaimNumbers>
  );
}

/** A use someone may recognise themselves in. It leads to a question for a person, never to a name for what they have. */
function canBeAsked(guide: Guide, sectionId: string): boolean {
  return guideName(guide) === 'conditions' && sectionId !== 'table' && sectionId !== 'not-now';
}

function SoundsLikeMe({ about }: { readonly about: string }) {
  const { person } = useSurroundings();
  const asked = useDraft<Typed>(askedDraft, nothingTyped);
  if (person === undefined) return null;
  return (
    <Button
      className="not-on-paper self-start"
      onClick={() => {
        asked.set({ kind: 'question', words: t('learn.like-me-asks', { about }) });
        go('/prepare/asked');
      }}
    >
      {t('learn.like-me')}
    </Button>
  );
}

/** The three marks of reviewed words. */
function Marked({ text }: { readonly text: string }) {
  const parts = text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)|\s*\{\{[\w-]+\}\})/);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    <MarkedPart key={index} part={part} />
  ));
}

function MarkedPart({ part }: { readonly part: string }): ReactNode {
  const strong = /^\*\*(.+)\*\*$/.exec(part);
  if (strong) return <strong className="font-sub">{strong[1]}</strong>;
  const link = /^\[(.+)\]\((.+)\)$/.exec(part);
  if (link) return <Elsewhere words={link[1] ?? ''} href={link[2] ?? ''} />;
  const cited = /^\s*\{\{([\w-]+)\}\}$/.exec(part)?.[1];
  if (cited !== undefined) return isClaimId(cited) ? <ClaimMark id={cited} /> : null;
  return part;
}

/** A page that is also on the phone is opened here; another leads to the public site. */
function Elsewhere({ words, href }: { readonly words: string; readonly href: string }) {
  const name = href.split('/').at(-1) ?? '';
  if (href.startsWith('/') && guideNamed(name, currentLanguage()) !== undefined)
    return (
      <Go to={`/learn/${name}`} className="link">
        {words}
      </Go>
    );
  return (
    <a href={href} className="link" rel="noreferrer">
      {words}
    </a>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className="long-reading">
          <Marked text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul className="long-reading flex list-disc flex-col gap-2 pl-6">
          {block.items.map((item) => (
            <li key={item}>
              <Marked text={item} />
            </li>
          ))}
        </ul>
      );
    case 'steps':
      return (
        <ol className="long-reading flex list-decimal flex-col gap-3 pl-6">
          {block.items.map((item) => (
            <li key={item.title}>
              <strong className="font-sub">{item.title}</strong>
              <span className="block">
                <Marked text={item.text} />
              </span>
            </li>
          ))}
        </ol>
      );
    case 'pairs':
      return <Pairs items={block.items} />;
    case 'claims':
      return (
        <ul className="long-reading flex list-disc flex-col gap-2 pl-6">
          {block.ids.map((id) => (
            <li key={id}>
              {claimWords(id)}
              <ClaimMark id={id} />
            </li>
          ))}
        </ul>
      );
    case 'layers':
      return (
        <div className="flex flex-col gap-3">
          {block.layers.map((layer) => (
            <div key={layer.summary} className="flex flex-col gap-2">
              <h3 className="font-sub">{layer.summary}</h3>
              {layer.texts.map((text) => (
                <p key={text} className="long-reading">
                  <Marked text={text} />
                </p>
              ))}
            </div>
          ))}
        </div>
      );
    case 'note':
      return (
        <div className="card rounded-card bg-water p-5">
          <h3 className="font-sub">{block.heading}</h3>
          <p>
            <Marked text={block.text} />
          </p>
        </div>
      );
    case 'table':
      return (
        <ul className="flex flex-col gap-3">
          {block.rows.map((row) => (
            <li key={row[0]} className="card rounded-card bg-surface p-4">
              <p className="font-sub">{row[0]}</p>
              {row.slice(1).map((cell, index) => (
                <p key={block.head[index + 1]}>
                  <span className="text-small text-ink-2">{block.head[index + 1]}: </span>
                  <Marked text={cell} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      );
    case 'resources':
      return (
        <ul className="flex flex-col gap-4">
          {block.items.map((item) => (
            <li key={item.name}>
              <p className="font-sub">
                {item.href === undefined ? item.name : <Elsewhere words={item.name} href={item.href} />}
              </p>
              <p>{item.text}</p>
              <p className="text-small text-ink-2">
                {item.checkedOn === undefined
                  ? t('learn.not-looked-at')
                  : t('learn.looked-at', { date: formatLocalDate(item.checkedOn, 'long') })}
              </p>
            </li>
          ))}
        </ul>
      );
  }
}

function Pairs({ items }: { readonly items: readonly { readonly term: string; readonly text: string }[] }) {
  return (
    <dl className="long-reading flex flex-col gap-3">
      {items.map((item) => (
        <div key={item.term}>
          <dt className="font-sub">{item.term}</dt>
          <dd>
            <Marked text={item.text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const page = ReaderPage;
