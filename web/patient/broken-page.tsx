// A page of ours failed while it was drawn: said in the reader's language, with what is still true and the way on. The dock
// and its way to a person stay.
import { Component, type ReactNode } from 'react';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { t } from '#web/kit/locale.ts';
import { basePath } from './address.ts';
import { Page } from './page.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly hasBroken: boolean;
}

/** React knows a boundary only as a class. Give it the address as its key, so that another page begins whole. */
export class WholePage extends Component<Props, State> {
  override state: State = { hasBroken: false };

  static getDerivedStateFromError(): State {
    return { hasBroken: true };
  }

  override render(): ReactNode {
    return this.state.hasBroken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  return (
    <Page place="/" title={t('broken.title')}>
      <ErrorState
        title={t('broken.what')}
        stillTrue={t('broken.kept')}
        action={
          <div className="mt-2 flex flex-wrap gap-3">
            <Button variant="primary" onClick={() => window.location.reload()}>
              {t('broken.again')}
            </Button>
            <a href={`${basePath}/`} className={buttonClass({})}>
              {t('broken.today')}
            </a>
          </div>
        }
      />
    </Page>
  );
}
