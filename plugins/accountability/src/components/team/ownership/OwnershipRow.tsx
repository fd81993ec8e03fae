import { useState } from 'react';
import { OwnedService } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { MetricDialog } from '../../metric/MetricDialog';
import { refName } from '../../reading';
import { ServiceLink } from '../../record';
import { FactCell } from './FactCell';
import { ownershipColumns } from './ownershipColumns';
import { ServiceChangesLink } from './ServiceChangesLink';

/** How one service is looked after, one fact a cell. */
export function OwnershipRow(props: {
  service: OwnedService;
  /** The group of the page; another owner is named. */
  team: string;
}) {
  const t = useText();
  const { service, team } = props;
  const [opened, setOpened] = useState<string>();
  return (
    <tr>
      <th scope="row">
        <ServiceLink entityRef={service.entityRef}>{service.title}</ServiceLink>
        {service.owner !== team && (
          <div className="acc-label">
            {t('ownership.ofGroup', { group: refName(service.owner) })}
          </div>
        )}
        <ServiceChangesLink
          entityRef={service.entityRef}
          title={service.title}
        />
        {opened && (
          <MetricDialog
            entityRef={service.entityRef}
            fact={opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </th>
      {ownershipColumns.map(({ fact: id, reads, text }) => (
        <td key={id}>
          <FactCell
            fact={service.facts.find(fact => fact.id === id)}
            reads={reads}
            of={t('ownership.cell', {
              column: t(`ownership.${text}`),
              service: service.title,
            })}
            onOpen={setOpened}
          />
        </td>
      ))}
    </tr>
  );
}
