import { Button, Select } from '@backstage/ui';
import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { refName } from '../reading';
import { OrganisationQuery } from './useOrganisationQuery';

const ANY = 'any';

/** From so many values on one looks for one rather than reads them all. */
const MANY = 10;

const kinds = [
  { name: 'system', choices: 'systems' },
  { name: 'domain', choices: 'domains' },
  { name: 'lifecycle', choices: 'lifecycles' },
  { name: 'tag', choices: 'tags' },
] as const;

/** What the page is narrowed to beside a group; a filter of which nothing is known is not shown. */
export function OrganisationFilters(props: {
  choices: OrganisationResponse['choices'];
  query: OrganisationQuery;
}) {
  const t = useText();
  const { choices, query } = props;
  const { filter, narrow, clear } = query;
  const shown = kinds.filter(
    kind => choices[kind.choices].length > 0 || filter[kind.name],
  );
  const narrowed = Object.keys(filter).length > 0;
  if (shown.length === 0 && !narrowed) return null;
  return (
    <div
      className="acc-controls acc-organisationFilters"
      role="group"
      aria-label={t('organisation.filters')}
    >
      {shown.map(({ name, choices: of }) => (
        <Choice
          key={name}
          label={t(`organisation.${name}`)}
          values={choices[of]}
          value={filter[name]}
          onChange={value => narrow({ [name]: value })}
        />
      ))}
      {narrowed && (
        <Button variant="secondary" onPress={clear}>
          {t('organisation.clear')}
        </Button>
      )}
    </div>
  );
}

function Choice(props: {
  label: string;
  values: string[];
  value?: string;
  onChange(value: string | undefined): void;
}) {
  const t = useText();
  const { label, values, value } = props;
  // What the address asks for is shown even where no service is like that.
  const all = value && !values.includes(value) ? [value, ...values] : values;
  return (
    <Select
      label={label}
      searchable={all.length > MANY}
      options={[
        { value: ANY, label: t('organisation.any') },
        ...all.map(each => ({ value: each, label: refName(each) })),
      ]}
      value={value ?? ANY}
      onChange={chosen =>
        props.onChange(
          chosen === null || chosen === ANY ? undefined : String(chosen),
        )
      }
    />
  );
}
