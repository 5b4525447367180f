// Whether anyone answers for a protocol, in words and by name. An example never looks approved.
import type { Protocol } from '#api/protocols.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';

export function ProtocolState({ protocol }: { readonly protocol: Protocol }) {
  const { state, signed, proposed } = protocol;
  if (state === 'signed' && signed !== undefined) {
    return (
      <span className="flex items-center gap-2">
        <StateMark state="checked" size={20} />
        <span>
          {signed.byName}, {formatDateTime(signed.at)}
        </span>
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2">
      <StateMark state="unknown" size={20} />
      <span>
        {state === 'proposed' && proposed !== undefined
          ? `Nobody yet. Proposed by ${proposed.byName}, ${formatDateTime(proposed.at)}`
          : 'Nobody. An example, not approved by a clinician'}
      </span>
    </span>
  );
}
