// One sentence for each way a call can fail. A refusal brings its own words; the rest are ours.
import type { CallFailure } from './api-client.ts';
import { t } from './locale.ts';

export function failureWords(failure: CallFailure): string {
  switch (failure.kind) {
    case 'refusal':
      return failure.title;
    case 'offline':
      return t('kit.offline-failure');
    case 'signed-out':
      return t('kit.locked');
    case 'unreadable':
      return t('kit.unreadable');
  }
}
