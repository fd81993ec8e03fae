import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityKindPicker,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StandingPicker } from './StandingPicker';

// Its parts look for an option among many by role, which takes seconds on a busy machine.
jest.setTimeout(30_000);

const component = (name: string, level?: string, state?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    ...(level && {
      labels: {
        'accountability.io/level': level,
        'accountability.io/state': state ?? 'good',
      },
    }),
  },
});

function Found() {
  const { entities } = useEntityList();
  const names = entities.map(({ metadata }) => metadata.name);
  return <output>{names.join(' ')}</output>;
}

function setUp(entities: Entity[]) {
  return renderInTestApp(
    <EntityListProvider>
      <EntityKindPicker initialFilter="component" hidden />
      <StandingPicker />
      <Found />
    </EntityListProvider>,
    { apis: [catalogApiMock({ entities })] },
  );
}

async function pick(label: string, option: string) {
  const user = userEvent.setup();
  const box = await screen.findByRole('textbox', { name: label });
  await user.click(box);
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('StandingPicker', () => {
  const entities = [
    component('a', 'gold'),
    component('b', 'silver', 'needs-work'),
    component('c', 'none', 'needs-work'),
    component('d'),
  ];

  it.each([
    { label: 'Accountability level', option: 'Gold', gives: 'a' },
    { label: 'Accountability level', option: 'No level', gives: 'c' },
    { label: 'Accountability state', option: 'Needs work', gives: 'b c' },
  ])('$option as $label finds $gives', async ({ label, option, gives }) => {
    setUp(entities);
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('a b c d'),
    );

    await pick(label, option);

    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(gives),
    );
  });

  it('shows nothing where no entity is labelled', async () => {
    setUp([component('d')]);

    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('d'),
    );

    expect(screen.queryByText('Accountability level')).not.toBeInTheDocument();
  });
});
