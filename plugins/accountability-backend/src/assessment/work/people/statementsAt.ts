import {
  AssessInput,
  nothingSupplied,
} from 'backstage-plugin-accountability-engine';
import { exemptionsOf } from '../../../governance';
import { ServiceFile } from '../../../ownership';
import { Statements, toExempted } from './readStatements';

/** What of it the engine wants to know of one service at an instant. */
export function statementsAt(
  file: ServiceFile,
  { statements, at }: { statements: Statements; at: number },
): Pick<
  AssessInput,
  | 'codeowners'
  | 'attestations'
  | 'exemptions'
  | 'exemptionsSince'
  | 'supply'
  | 'siblings'
  | 'servicesOfOwner'
> {
  const { subjects, summary } = file;
  const { codeowners, attestations, supplies, ownerLoads } = statements;
  const { exemptions } = statements;
  const { bills, runtimes, ...known } = supplies;
  const { owner = '' } = summary;
  return {
    codeowners: subjects.flatMap(subject => codeowners.get(subject) ?? []),
    attestations: attestations.get(summary.entityRef),
    exemptions: exemptions && exemptionsOf(exemptions, toExempted(file)),
    exemptionsSince: exemptions?.since,
    supply: {
      ...nothingSupplied,
      ...known,
      bills: subjects.flatMap(subject => bills.get(subject) ?? []),
      ...(subjects.some(subject => runtimes.has(subject)) && {
        runtimes: subjects.flatMap(subject => runtimes.get(subject) ?? []),
      }),
    },
    siblings: siblingsAt(subjects, { statements, at }),
    servicesOfOwner: ownerLoads?.get(owner),
  };
}

/** Changes that a service has in common with another are no siblings. */
function siblingsAt(
  own: readonly string[],
  { statements, at }: { statements: Statements; at: number },
): ReadonlyMap<string, readonly string[]> | undefined {
  const { siblings } = statements;
  if (!siblings) return undefined;
  const known = new Map<string, string[]>();
  for (const sibling of own.flatMap(name => siblings.get(name) ?? [])) {
    const { change, other, subject, at: since, until = Infinity } = sibling;
    if (at < since || at >= until || own.includes(subject)) continue;
    const others = known.get(change);
    if (others) others.push(other);
    else known.set(change, [other]);
  }
  return known;
}
