import { severityOfScore } from '../../events/severityOfScore';
import { UploadedFinding } from '../../UploadFormat';
import { BomVulnerability } from './bom';

const severities = ['critical', 'high', 'medium', 'low'] as const;

/** The gravest of the ratings: each of them is somebody's who looked. */
export function ratingOf({
  ratings = [],
}: BomVulnerability): Pick<UploadedFinding, 'severity' | 'cvss'> {
  const scores = ratings.flatMap(({ method, score }) =>
    score !== undefined && method?.startsWith('CVSS') ? [score] : [],
  );
  const cvss = scores.sort((a, b) => a - b).pop();
  const said = severities.find(severity =>
    ratings.some(rating => rating.severity === severity),
  );
  const severity =
    said ?? (cvss === undefined ? undefined : severityOfScore(cvss));
  return { severity, cvss };
}
