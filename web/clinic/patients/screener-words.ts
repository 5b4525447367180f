// What one Columbia screener came to, in words: its level, and what keeps it from being the whole answer.
import type { QuestionnaireResponse } from '#api/questionnaires.ts';

export function screenerWords(response: Pick<QuestionnaireResponse, 'status' | 'score'>): string {
  const { riskLevel, missing = [] } = response.score ?? {};
  if (response.status === 'in-progress') return 'Not finished';
  const level = riskLevel === undefined ? 'Unknown' : levels[riskLevel];
  return missing.length === 0 ? level : `${level}, ${missing.length} left open`;
}

const levels = {
  none: 'None of the answers was yes',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
} as const;
