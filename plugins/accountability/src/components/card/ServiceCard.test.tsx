import { screen } from '@testing-library/react';
import {
  FakeAccountabilityApi,
  renderPage,
  responseError,
} from '../../__testUtils__';
import { emptyScorecardResponse } from '../../fixtures';
import { ServiceCard } from './ServiceCard';

const card = <ServiceCard entityRef="component:default/payments-api" />;

describe('ServiceCard', () => {
  it('says level, coverage and the state of each burden in words', async () => {
    renderPage(card);

    const region = await screen.findByRole('region', {
      name: 'Accountability',
    });
    expect(region).toHaveTextContent('Silver');
    expect(region).toHaveTextContent('19 of 22 checks known');
    expect(region).toHaveTextContent(
      'PipelineWatchReliabilityNeeds workObservabilityUnknownSecurityExemptOwnershipNeeds work',
    );
  });

  it('leads to the evidence', async () => {
    renderPage(card);

    expect(
      await screen.findByRole('link', { name: 'Open the evidence' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/accountability',
    );
  });

  it('says that no scorecard applies', async () => {
    const scorecard = emptyScorecardResponse();
    renderPage(card, { api: new FakeAccountabilityApi({ scorecard }) });

    expect(await screen.findByText('No scorecard applies')).toBeInTheDocument();
  });

  it('says so where it may not be seen', async () => {
    const scorecard = await responseError(403, 'no');
    renderPage(card, { api: new FakeAccountabilityApi({ scorecard }) });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the accountability of payments-api.',
    );
  });
});
