import {
  DefaultEntityFilters,
  EntityAutocompletePicker,
} from '@backstage/plugin-catalog-react';
import { RiCheckboxBlankLine, RiCheckboxLine } from '@remixicon/react';
import { levelLabel, stateLabel } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { levelName } from '../marks';
import { LevelFilter, StateFilter, fieldOf } from './StandingFilter';

/** The filters of a catalog page with ours among them; their names are those in its address. */
interface Filters extends DefaultEntityFilters {
  accountabilityLevel?: LevelFilter;
  accountabilityState?: StateFilter;
}

const states = [
  'needs-work',
  'watch',
  'exempt',
  'unknown',
  'good',
  'no-checks',
] as const;

/** Picks services by where they stand. Of what no entity of the kind is labelled with, nothing is shown. */
export function StandingPicker() {
  const t = useText();
  const nameLevel = (value: string) =>
    value === 'none' ? t('level.none') : levelName(value);
  const nameState = (value: string) => {
    const state = states.find(one => one === value);
    return state ? t(`burdenStatus.${state}`) : value;
  };
  return (
    <>
      <EntityAutocompletePicker<Filters, 'accountabilityLevel'>
        label={t('catalogFilter.level')}
        name="accountabilityLevel"
        path={fieldOf(levelLabel)}
        Filter={LevelFilter}
        getOptionLabel={nameLevel}
        renderOption={(value, { selected }) => (
          <Option name={nameLevel(value)} selected={selected} />
        )}
      />
      <EntityAutocompletePicker<Filters, 'accountabilityState'>
        label={t('catalogFilter.state')}
        name="accountabilityState"
        path={fieldOf(stateLabel)}
        Filter={StateFilter}
        getOptionLabel={nameState}
        renderOption={(value, { selected }) => (
          <Option name={nameState(value)} selected={selected} />
        )}
      />
    </>
  );
}

/** As the catalog's own pickers have it, which show the bare value. */
function Option({ name, selected }: { name: string; selected: boolean }) {
  const Mark = selected ? RiCheckboxLine : RiCheckboxBlankLine;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      <Mark size={20} aria-hidden />
      {name}
    </span>
  );
}
