import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { hasCause } from '../../reading';
import { EmptySentence, Section } from '../../states';
import { AttributionWindowButton } from '../../window';
import { causeAnswer } from '../causeAnswer';
import { CandidatesTable } from './CandidatesTable';
import { EvidenceTable } from './EvidenceTable';
import { LinkHistory } from './LinkHistory';
import { LinkInForce } from './LinkInForce';

/** Why the link is what it is: everything that was seen, what else could have been, and what was linked before. */
export function CauseSection(props: { data: IncidentResponse; at?: number }) {
  const t = useText();
  const { data, at } = props;
  const { attribution } = data;
  const title = t(hasCause(attribution) ? 'cause.title' : 'cause.titleNone');
  return (
    <Section
      title={title}
      sub={
        attribution &&
        t('cause.rule', {
          rule: attribution.ruleVersion,
          profile: attribution.profile,
        })
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
      {attribution?.method === 'temporal' && (
        <AttributionWindowButton entityRef={data.service.entityRef} at={at} />
      )}
      <LinkInForce data={data} />
      <LinkHistory data={data} />
    </Section>
  );
}
