import { PluginHeader } from '@backstage/ui';
import { screen } from '@testing-library/react';
import { renderPage } from '../../__testUtils__';
import { PageHead } from './PageHead';

const names = (level: number) =>
  screen
    .getAllByRole('heading', { level })
    .map(({ textContent }) => textContent);

describe('the head of a page', () => {
  it.each([
    { given: 'the way to the page', breadcrumbs: 2 },
    { given: 'the name of the plugin alone', breadcrumbs: 0 },
  ])(
    "leaves the first heading to the app's header, which shows $given",
    async ({ breadcrumbs }) => {
      renderPage(
        <>
          <PluginHeader
            title="Accountability"
            breadcrumbs={Array.from({ length: breadcrumbs }, (_, i) => ({
              label: `Page ${i}`,
              href: `/${i}`,
            }))}
          />
          <PageHead
            parent={{ label: 'Payments', href: '/payments' }}
            title="Checkout is down"
            tags={[]}
          />
        </>,
      );

      await screen.findByText('Checkout is down');
      expect(names(1)).toEqual(['Accountability']);
      expect(names(2)).toEqual(['Checkout is down']);
    },
  );
});
