import { Box } from '@backstage/ui';
import { DeploymentResponse } from 'backstage-plugin-accountability-common';
import { duration, formatInstant, formatSpan, useText } from '../../text';
import { OwnerWords, StripPart } from '../record';
import { shapeOf } from '../timeline/layout/deploymentLanes';

/** What became of it, what kind of change it is, and who owned the service then. */
export function DeploymentStrip(props: {
  data: DeploymentResponse;
  now: number;
}) {
  const t = useText();
  const { data } = props;
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('deploymentPage.strip')}
    >
      <OutcomePart data={data} />
      <TookPart {...props} />
      <KindPart data={data} />
      <div className="acc-stripPart">
        <span className="acc-label">{t('deploymentPage.ownerThen')}</span>
        <span className="acc-stripValue acc-owner acc-strong">
          <span>
            <OwnerWords owner={data.owner} />
          </span>
        </span>
        <span className="acc-label">{t('deploymentPage.ownerHint')}</span>
      </div>
    </Box>
  );
}

function OutcomePart({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { deployment, charges } = data;
  const shape = shapeOf(
    deployment,
    charges.map(({ attribution }) => attribution),
  );
  const outcome =
    shape === 'never' && deployment.environment !== 'production'
      ? 'neverElsewhere'
      : shape;
  const { result, state } = deployment;
  return (
    <StripPart label={t('popover.result')} value={t(`mark.${outcome}`)}>
      {result === undefined && state === 'finished'
        ? t('deploymentPage.resultUnknown')
        : result ?? state}
    </StripPart>
  );
}

function TookPart(props: { data: DeploymentResponse; now: number }) {
  const t = useText();
  const { startedAt, endedAt } = props.data.deployment;
  const label = t('deploymentPage.took');
  if (endedAt === undefined) {
    return (
      <StripPart label={label} value={t('incident.notYet')}>
        {t('incident.goingFor', {
          span: formatSpan(Math.max(0, props.now - startedAt)),
        })}
      </StripPart>
    );
  }
  return (
    <StripPart
      label={label}
      value={duration(Math.round((endedAt - startedAt) / 1000))}
    >
      {t('deploymentPage.ended', { at: formatInstant(endedAt) })}
    </StripPart>
  );
}

function KindPart({ data }: { data: DeploymentResponse }) {
  const t = useText();
  const { contents, redeployOf, undoes = [], deployment } = data;
  const kind = () => {
    if (undoes.length > 0 || deployment.rollback) return 'rollback';
    if (redeployOf) return 'redeploy';
    return contents.status === 'first' ? 'first' : 'change';
  };
  const basis =
    contents.status === 'known'
      ? t('deploymentPage.changes', { count: contents.changes.length })
      : contents.because;
  return (
    <StripPart
      label={t('deploymentPage.kind')}
      value={t(`deploymentKind.${kind()}`)}
    >
      {basis}
    </StripPart>
  );
}
