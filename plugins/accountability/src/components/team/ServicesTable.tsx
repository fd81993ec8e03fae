import {
  burdens,
  RollupResponse,
  RollupService,
} from 'backstage-plugin-accountability-common';
import { Pages } from '../../hooks';
import { useText } from '../../text';
import { EmptySentence, Section } from '../states';
import { MoreButton, ScrollBox } from '../table';
import { GroupRow } from './GroupRow';
import { ServiceRow } from './ServiceRow';
import { serviceTree } from './serviceTree';

export type { RollupService };

/** The services of a group and of the groups below it, as a tree of rows. */
export function ServicesTable(props: {
  rollup: RollupResponse;
  pages: Pages<RollupService>;
}) {
  const t = useText();
  const { rollup, pages } = props;
  const services = [...rollup.services, ...pages.items];
  const tree = serviceTree(rollup.groups, services);
  return (
    <Section title={t('team.title')} sub={t('team.sub')}>
      {services.length === 0 ? (
        <EmptySentence>
          {t('team.empty', { team: rollup.team.title })}
        </EmptySentence>
      ) : (
        <ScrollBox label={t('team.title')}>
          <table className="acc-table" aria-label={t('team.title')}>
            <thead>
              <tr>
                <th>{t('team.service')}</th>
                <th>{t('team.level')}</th>
                {burdens.map(burden => (
                  <th key={burden}>{t(`burden.${burden}`)}</th>
                ))}
                <th>{t('coverage.title')}</th>
                <th>{t('team.since')}</th>
              </tr>
            </thead>
            {tree.map(({ group, services: own }) => (
              <tbody key={group.groupRef}>
                <GroupRow group={group} services={own.length} />
                {own.map(service => (
                  <ServiceRow
                    key={service.entityRef}
                    service={service}
                    depth={group.depth}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </ScrollBox>
      )}
      <MoreButton pages={pages} />
    </Section>
  );
}
