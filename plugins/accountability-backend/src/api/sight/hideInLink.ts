import {
  Attribution,
  CauseClaim,
  CauseDecision,
} from 'backstage-plugin-accountability-common';
import { hiddenReason } from './hiddenReason';
import { mayQuote } from './mayQuote';
import { RecordSight } from './RecordSight';

const sentences = {
  cause: 'The cause is a change of a service that you may not see.',
  named:
    'Named as the cause is a change of a service that you may not see, or one that nothing is known of.',
  quoting:
    'An earlier version of the rule made this link; what it saw may speak of services that you may not see.',
};

/**
 * A link as a caller may see it: of services that they may not see it says
 * that a cause was found or named there, and how sure that is, by no name. To
 * who may see what is named a sentence of its own says that.
 */
export function hideInLink(link: Attribution, sight: RecordSight): Attribution {
  const { named, remedy, ...rest } = link;
  const isSeen = (record: string, service?: string) =>
    sight.record(record) !== false &&
    (service === undefined || sight.service(service));
  const candidates = link.candidates.filter(({ record, service }) =>
    isSeen(record, service),
  );
  const naming = nameIn(link, sight);
  if (link.cause !== undefined && !isSeen(link.cause, link.causeService)) {
    return {
      ...leftOf(link),
      ...naming.shown,
      causeHidden: true,
      candidates,
      evidence: [sentences.cause, ...naming.says],
    };
  }
  return {
    ...rest,
    ...naming.shown,
    ...(remedy &&
      isSeen(remedy.record) && {
        remedy: { ...remedy, undone: remedy.undone.filter(id => isSeen(id)) },
      }),
    candidates,
    evidence: [...evidenceOf(link, sight), ...naming.says],
  };
}

/** What is left of a link whose cause is hidden; chosen, so that nothing new slips through. */
function leftOf(link: Attribution) {
  const { incident, incidentStartedAt, method, confidence, profile } = link;
  const { ruleVersion, incidentOwner, burst, decision } = link;
  return {
    ...{ incident, incidentStartedAt, method, confidence, profile },
    ...{ ruleVersion, incidentOwner },
    ...(burst && { burst }),
    ...(decision && { decision: withoutReason(decision) }),
  };
}

function withoutReason(decision: CauseDecision): CauseDecision {
  return { ...decision, reason: hiddenReason };
}

function evidenceOf(link: Attribution, sight: RecordSight): readonly string[] {
  return mayQuote(link) && !sight.all ? [sentences.quoting] : link.evidence;
}

function nameIn(
  { named, incident }: Attribution,
  sight: RecordSight,
): { shown: Pick<Attribution, 'named' | 'namedHidden'>; says: string[] } {
  if (!named) return { shown: {}, says: [] };
  return sight.claim(named, incident)
    ? { shown: { named }, says: [inWords(named)] }
    : { shown: { namedHidden: true }, says: [sentences.named] };
}

function inWords({ record, sha, artifact, version }: CauseClaim): string {
  const names = [
    record && `record ${record}`,
    sha && `commit ${sha}`,
    artifact && `artifact ${artifact}`,
    version && `version ${version}`,
  ].filter(Boolean);
  return `Named as the cause is ${names.join(', ')}.`;
}
