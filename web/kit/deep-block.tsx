// The one thing to do now, or what is waited for. One per screen.
import { type ReactNode, useId } from 'react';

export interface DeepBlockProps {
  readonly kicker: ReactNode;
  /** Eight words or fewer. */
  readonly heading: ReactNode;
  readonly children?: ReactNode;
  /** One button, variant "deep", size "large", wide. */
  readonly action?: ReactNode;
  /** What is true afterwards: "Then you are done for today". */
  readonly closing?: ReactNode;
}

export function DeepBlock({ kicker, heading, children, action, closing }: DeepBlockProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="deep rounded-deep bg-deep p-5 text-on-deep">
      <p className="text-small font-[540] text-deep-2">{kicker}</p>
      <h2 id={headingId} className="mt-1 text-next font-title text-balance">
        {heading}
      </h2>
      {children !== undefined && <div className="mt-2 text-deep-2">{children}</div>}
      {action !== undefined && <div className="mt-4">{action}</div>}
      {closing !== undefined && <p className="mt-4 text-center text-small text-deep-2">{closing}</p>}
    </section>
  );
}
