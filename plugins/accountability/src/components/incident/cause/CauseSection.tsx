import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { EmptySentence, Section } from '../../states';
import { causeAnswer } from '../causeAnswer';
import { CandidatesTable } from './CandidatesTable';
import { EvidenceTable } from './EvidenceTable';
import { LinkHistory } from './LinkHistory';

/** Why the link is what it is: everything that was seen, what else could have been, and what was linked before. */
export function CauseSection({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { attribution } = data;
  const setAt = setInForce(data);
  const title =
    attribution?.cause !== undefined ? t('cause.title') : t('cause.titleNone');
  return (
    <Section
      title={title}
      sub={
        attribution &&
        [
          t('cause.rule', {
            rule: attribution.ruleVersion,
            profile: attribution.profile,
          }),
          setAt !== undefined && t('cause.set', { at: formatInstant(setAt) }),
        ]
          .filter(Boolean)
          .join(', ')
      }
    >
      {attribution ? (
        <EvidenceTable data={data} attribution={attribution} />
      ) : (
        <EmptySentence>{t(`causeWhy.${causeAnswer(data)}`)}</EmptySentence>
      )}
      {attribution && (
        <CandidatesTable data={data} candidates={attribution.candidates} />
      )}
      <p className="acc-small acc-muted acc-under1">{t('cause.correlation')}</p>
      <LinkHistory data={data} />
    </Section>
  );
}

/** The link in force stands since the one before it was superseded. */
function setInForce({ history }: IncidentResponse): number | undefined {
  const current = history.find(each => each.supersededAt === undefined);
  if (current) return current.decidedAt;
  const ends = history.flatMap(({ supersededAt }) => supersededAt ?? []);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
