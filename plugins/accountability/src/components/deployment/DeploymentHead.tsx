import { DeploymentResponse } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../text';
import { RecordHead } from '../record';
import { recordName, shortSha } from '../timeline/recordName';

/** What was deployed, where to, when, and what became of it. */
export function DeploymentHead({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { service, deployment } = data;
  const { environment, sha, artifact, startedAt, version } = deployment;
  const name = recordName(deployment, { bare: true });
  return (
    <RecordHead
      service={service}
      record={deployment}
      name={name}
      title={t('deploymentPage.title', { version: name })}
      tags={[
        environment ?? t('outcome.environmentUnknown'),
        formatInstant(startedAt),
        version && sha && <code className="acc-code">{shortSha(sha)}</code>,
        artifact && <code className="acc-code">{artifact}</code>,
        // Who names it as a cause gives it by this.
        <span key="record" className="acc-wrap">
          {t('deploymentPage.record')}{' '}
          <code className="acc-code acc-address">{deployment.id}</code>
        </span>,
      ]}
    />
  );
}
