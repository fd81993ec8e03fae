import { DeploymentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { RecordHead } from '../record';
import { recordName } from '../timeline/recordName';

/** What was deployed, where to, when, and what became of it. */
export function DeploymentHead({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { service, deployment } = data;
  const { environment, sha, artifact, startedAt } = deployment;
  const name = recordName(deployment);
  return (
    <RecordHead
      service={service}
      record={deployment}
      name={name}
      title={t('deploymentPage.title', { version: name })}
      tags={[
        environment ?? t('outcome.environmentUnknown'),
        formatInstant(startedAt),
        sha && <code className="acc-code">{sha.slice(0, 10)}</code>,
        artifact && <code className="acc-code">{artifact}</code>,
      ]}
    />
  );
}
