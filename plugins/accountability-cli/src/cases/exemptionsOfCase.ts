import { Exemption } from 'backstage-plugin-accountability-common';
import { didYouMean, GateInput } from 'backstage-plugin-accountability-engine';
import { CaseReader } from './CaseReader';

/** The exemptions of a case, approved; without a beginning of their own, before now. */
export function exemptionsOfCase(
  { reader, index, written, policy, faults }: CaseReader,
  { now, service }: Pick<GateInput, 'now' | 'service'>,
): Exemption[] {
  const known = policy.scorecards.flatMap(({ name, checks }) =>
    checks.map(({ id }) => `${name}/${id}`),
  );
  const refs = {
    service: service.entityRef,
    owner: service.owner,
    system: service.system,
  };
  return written.exemptions.map((given, place): Exemption => {
    const { check: rule, until, from = now - 1, by, points } = given;
    const path = ['spec', 'cases', index, 'exemptions', place];
    if (!known.includes(rule)) {
      const said = `unknown check '${rule}'${didYouMean(rule, known)}`;
      faults.push(reader.atPath([...path, 'check'], said));
    }
    const ref = given.ref ?? refs[by];
    if (ref === undefined) {
      const said = `the service has no ${by} (write ref, or the ${by} of the service)`;
      faults.push(reader.atPath([...path, 'by'], said));
    }
    const [scorecard, check] = rule.split('/');
    return {
      id: `exemption-${place + 1}`,
      scorecard,
      check,
      subject: { by, ref: ref ?? '' },
      ...(points && { points }),
      reason: 'Of a case.',
      requestedBy: 'user:default/requester',
      requestedAt: from,
      expiresAt: until,
      decision: { verdict: 'approved', by: 'user:default/approver', at: from },
      renewals: 0,
    };
  });
}
