import { UploadedFinding } from '../UploadFormat';

/** The severity of a score from 0 to 10, by the bands of CVSS; a score of 0 has none. */
export function severityOfScore(score: number): UploadedFinding['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : undefined;
}
