import { screen } from '@testing-library/react';
import { renderPage } from '../../__testUtils__';
import { cardPayments, service } from '../../fixtures';
import { RecordHead } from '../record/RecordHead';
import { SourceLink } from './SourceLink';

const script = 'script:alert(1)';
const hostile = [
  `java${script}`,
  ` java${script}`,
  `JAVA${script}`,
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//elsewhere.example/x',
  'no address',
];

function headOf(url: string) {
  const record = { ...cardPayments, url };
  return (
    <RecordHead
      service={service}
      record={record}
      title="An alert"
      name="1"
      tags={[]}
    />
  );
}

describe('an address that a payload brought', () => {
  it.each(hostile)('is words where a browser would run it: %s', async url => {
    renderPage(<SourceLink url={url}>open it</SourceLink>);

    expect(await screen.findByText('open it')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each(hostile)('leads from no head of a record: %s', async url => {
    renderPage(headOf(url));

    await screen.findByRole('heading', { name: 'An alert' });
    expect(screen.queryByText(/Open in/)).not.toBeInTheDocument();
  });

  it.each(['https://acme.example/1?a=b#c', 'http://acme.example/1'])(
    'is a link that tells the other page nothing: %s',
    async url => {
      renderPage(<SourceLink url={url}>open it</SourceLink>);

      const link = await screen.findByRole('link', { name: 'open it' });
      expect(link).toHaveAttribute('href', url);
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    },
  );
});
