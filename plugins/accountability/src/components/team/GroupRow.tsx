import { RiTeamLine } from '@remixicon/react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RollupGroup } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';

const COLUMNS = 9;

/** Space that one step down the tree takes, px. */
export const INDENT = 20;

/** The head of a group's rows. */
export function GroupRow(props: { group: RollupGroup; services: number }) {
  const t = useText();
  const { group, services } = props;
  return (
    <tr className="acc-group">
      <th scope="rowgroup" colSpan={COLUMNS}>
        <span
          className="acc-groupRow"
          style={{ paddingLeft: group.depth * INDENT }}
        >
          <RiTeamLine size={16} aria-hidden />
          <span className="acc-strong">
            {group.depth === 0 ? (
              group.title
            ) : (
              <EntityRefLink
                entityRef={group.groupRef}
                hideIcon
                disableTooltip
                className="acc-link"
              >
                {group.title}
              </EntityRefLink>
            )}
          </span>
          <span className="acc-label">
            {services > 0
              ? t('team.own', { count: services })
              : t('team.noServices')}
          </span>
        </span>
      </th>
    </tr>
  );
}
