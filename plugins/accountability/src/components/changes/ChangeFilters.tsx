import { Button, Select } from '@backstage/ui';
import { changeOutcomes } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { changeMakers } from './changeMakers';
import { ChangesQuery, QueryName } from './useChangesQuery';

const ALL = 'all';

/** What the list is narrowed to: by what made a change, and by what became of it. */
export function ChangeFilters(props: {
  query: ChangesQuery;
  onQuery(next: Partial<Record<QueryName, string>>): void;
}) {
  const t = useText();
  const { query, onQuery } = props;
  const all = { value: ALL, label: t('changes.all') };
  const read = (value: unknown) =>
    value === null || value === ALL ? '' : String(value);
  return (
    <div
      className="acc-controls"
      style={{ flexWrap: 'wrap', alignItems: 'end', marginBottom: 16 }}
      role="group"
      aria-label={t('changes.filters')}
    >
      <Select
        label={t('changes.made')}
        options={[
          all,
          ...changeMakers.map(maker => ({
            value: maker,
            label: t(`maker.${maker}`),
          })),
        ]}
        value={query.maker ?? ALL}
        onChange={value => onQuery({ maker: read(value) })}
      />
      <Select
        label={t('changes.outcome')}
        options={[
          all,
          ...changeOutcomes.map(outcome => ({
            value: outcome,
            label: t(`changeOutcome.${outcome}`),
          })),
        ]}
        value={query.outcome ?? ALL}
        onChange={value => onQuery({ outcome: read(value) })}
      />
      {(query.maker || query.outcome) && (
        <Button
          variant="secondary"
          onPress={() => onQuery({ maker: '', outcome: '' })}
        >
          {t('changes.clear')}
        </Button>
      )}
    </div>
  );
}
