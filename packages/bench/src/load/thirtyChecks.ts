import {
  FactDefinition,
  builtInFacts,
} from 'backstage-plugin-accountability-engine';

const CHECKS = 30;

/**
 * A scorecard of thirty checks over as many facts, with the limits of a rung.
 * One in three has a second clause, and one in five a condition.
 */
export function thirtyChecks(rung: 'bronze' | 'gold'): string {
  const facts = builtInFacts.filter(({ ladder }) => ladder).slice(0, CHECKS);
  return [
    'apiVersion: accountability.io/v1alpha1',
    'kind: Scorecard',
    'metadata: { name: bench, title: Bench }',
    'spec:',
    '  levels: [bronze, silver, { name: gold, minScore: 0.9 }]',
    '  checks:',
    ...facts.flatMap((fact, index) => checkOf(fact, { rung, index })),
  ].join('\n');
}

function checkOf(
  { id, question, ladder }: FactDefinition,
  { rung, index }: { rung: 'bronze' | 'gold'; index: number },
): string[] {
  if (!ladder) return [];
  const limit = Number.isInteger(ladder[rung])
    ? ladder[rung].toFixed(1)
    : ladder[rung];
  const operator = ladder.better === 'lower' ? '<=' : '>=';
  const owned = index % 3 === 0 ? ' && ownership.owner_resolves' : '';
  return [
    `    - id: check-${index}`,
    `      title: ${JSON.stringify(question)}`,
    `      burden: ${id.split('.')[0]}`,
    `      level: ${['bronze', 'silver', 'gold'][index % 3]}`,
    `      expression: ${id} ${operator} ${limit}${owned}`,
    ...(index % 5 === 0 ? [`      when: service.kind == "Component"`] : []),
  ];
}
