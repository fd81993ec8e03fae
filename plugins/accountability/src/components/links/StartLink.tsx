import { FirstStepId } from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import { useRootPath } from '../../hooks';
import { useText } from '../../text';

/** The way to the first steps, with one of them open. */
export function StartLink(props: { step: FirstStepId; children?: string }) {
  const t = useText();
  const root = useRootPath();
  const { step, children } = props;
  return (
    <Link className="acc-link" to={`${root}/start#${step}`}>
      {children ?? `${t('firstSteps.title')}: ${t(`firstStep.${step}`)}`}
    </Link>
  );
}
