import { OrganisationRow } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';

/** What a row is called: a group by its name, a group without those below it as itself, and what no group answers for. */
export function useRowTitle(): (
  row: Pick<OrganisationRow, 'of' | 'title' | 'groupRef'>,
) => string {
  const t = useText();
  return ({ of, title, groupRef }) => {
    if (of === 'unowned') return t('heat.unowned');
    if (!groupRef) return t('heat.people');
    return of === 'own' ? t('heat.own', { title }) : title;
  };
}
