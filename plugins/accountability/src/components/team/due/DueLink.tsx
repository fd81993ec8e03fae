import { useRouteRef } from '@backstage/frontend-plugin-api';
import { DueItem, DuePlace } from 'backstage-plugin-accountability-common';
import { Link } from 'react-router-dom';
import {
  campaignRouteRef,
  decisionRouteRef,
  scorecardRouteRef,
} from '../../../routes';
import { useRootPath } from '../../../hooks';
import { useText } from '../../../text';
import { useServicePage } from '../../record/useServicePage';

type Linked = Pick<DueItem, 'kind' | 'title' | 'where'>;

/** The way to where a thing is done; nothing where an app has no such page. */
export function DueLink({ item }: { item: Linked }) {
  const t = useText();
  const to = usePlace(item.where);
  const { kind, title } = item;
  if (to === undefined || kind === 'attestation') return null;
  const verb = t(`due.${kind}`);
  return (
    <Link
      className="acc-link acc-nowrap"
      to={to}
      aria-label={t('due.open', { verb, title })}
    >
      {verb}
    </Link>
  );
}

function usePlace({ page, of }: DuePlace): string | undefined {
  const root = useRootPath();
  const service = useServicePage();
  const campaign = useRouteRef(campaignRouteRef);
  const decision = useRouteRef(decisionRouteRef);
  const scorecard = useRouteRef(scorecardRouteRef);
  switch (page) {
    case 'service':
      return service(of);
    case 'campaign':
      return campaign?.({ id: of });
    case 'decision':
      return decision?.({ id: of });
    case 'scorecard':
      return scorecard?.({ scorecard: of });
    default:
      return `${root}/exemptions`;
  }
}
