// Which findings still stand open where an order is signed, and what each one holds.
import type { listIssues } from '#api/consult.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import type { State } from '#web/kit/state-mark.tsx';

type Found = AnswerOf<typeof listIssues>['issues'][number];

export interface OpenFinding {
  readonly key: string;
  readonly finding: Found['finding'];
  readonly mark: State;
  readonly holds: string;
}

/** What would refuse the order first, then what only keeps the dose shut on its day. */
export function openFindings(issues: readonly Found[]): readonly OpenFinding[] {
  return issues
    .flatMap((each) => {
      const held = heldBy(each);
      return held === undefined ? [] : [{ key: each.key, finding: each.finding, ...held }];
    })
    .toSorted((one, other) => Number(one.mark === 'unknown') - Number(other.mark === 'unknown'));
}

function heldBy({ finding, decision }: Found): Pick<OpenFinding, 'mark' | 'holds'> | undefined {
  if (decision !== undefined) {
    if (decision.decision === 'hold')
      return { mark: 'not-met', holds: 'Decided: hold. The order is refused meanwhile.' };
    if (decision.decision === 'stop')
      return { mark: 'not-met', holds: 'Decided: stop. The order is refused.' };
    return undefined;
  }
  switch (finding.action) {
    case 'exclude':
      return { mark: 'not-met', holds: 'Decide it first: the order is refused until then.' };
    case 'review':
      return { mark: 'due', holds: 'Decide it first: the order is refused until then.' };
    case 'unknown':
      return { mark: 'unknown', holds: 'It does not stop the order. The dose stays shut on its day.' };
    default:
      return undefined;
  }
}
