import { Burden } from 'backstage-plugin-accountability-common';
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import { WrittenCheck } from './readCheck';

/** How the scorecard is called, and which burden its checks are of. */
export interface ScorecardHead {
  name: string;
  title: string;
  burden: Burden;
}

const comment =
  ' Taken over from Tech Insights. Say of each check which burden it is of, and\n which level it belongs to; mode enforce has a failing check hold back its level.';

/** Checks as a scorecard, its expressions as blocks. */
export function writeScorecard(
  checks: readonly WrittenCheck[],
  { name, title, burden }: ScorecardHead,
): string {
  const document = new Document({
    apiVersion: 'accountability.io/v1alpha1',
    kind: 'Scorecard',
    metadata: { name, title },
    spec: {
      defaults: { mode: 'warn' },
      checks: checks.map(check => ({
        id: check.id,
        title: check.title,
        burden,
        ...(check.when !== undefined && { when: `${check.when}\n` }),
        expression: `${check.expression}\n`,
        ...(check.remediation !== undefined && {
          remediation: check.remediation,
        }),
        ...(check.links.length > 0 && { links: check.links }),
      })),
    },
  });
  document.commentBefore = comment;
  const list = document.getIn(['spec', 'checks']);
  const items: unknown[] = isSeq(list) ? list.items : [];
  items.forEach((item, index) => {
    if (!isMap(item)) return;
    const { description } = checks[index];
    if (description) {
      item.commentBefore = description.trim().replace(/^/gm, ' ');
    }
    for (const field of ['when', 'expression']) {
      const text = item.get(field, true);
      if (isScalar(text)) text.type = Scalar.BLOCK_LITERAL;
    }
  });
  return document.toString({ lineWidth: 0 });
}
