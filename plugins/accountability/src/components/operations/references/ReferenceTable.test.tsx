import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../../__testUtils__';
import { allReferences, NOW, referenceHealth } from '../../../fixtures';
import { ReferenceTable } from './ReferenceTable';

const DAY = 86_400_000;

const names = {
  kev: 'Known exploited vulnerabilities (CISA KEV)',
  epss: 'Likelihood of exploitation (EPSS)',
  lifecycles: 'Ends of life (endoflife.date)',
  packages: 'Releases of packages',
  codeowners: 'CODEOWNERS',
  runtimes: 'What repositories run on',
};

async function textOf(
  id: keyof typeof names,
  references: ReferenceHealth[] = allReferences(),
) {
  renderPage(<ReferenceTable references={references} now={NOW} />);
  const table = await screen.findByRole('table', { name: 'Looked up outside' });
  const head = within(table).getByRole('rowheader', { name: names[id] });
  return head.closest('tbody')?.textContent?.replace(/\u00a0/g, ' ');
}

describe('ReferenceTable', () => {
  it.each([
    {
      given: 'kev',
      gives: [
        'Good',
        '1,432 vulnerabilities',
        '22 Nov 2026, 12:00 UTC',
        'loaded 60 min ago',
      ],
    },
    {
      given: 'epss',
      gives: [
        'Not renewed',
        '284,112 vulnerabilities',
        'the host answers with status 503. What was read before stays in force.',
        'The list in force was made 9 d ago; past 7 d it is told as old.',
        'What to do: Look at the address or path in accountability.lists.epss.',
      ],
    },
    {
      given: 'lifecycles',
      gives: ['Off', 'say in accountability.lists.lifecycles where'],
    },
    {
      given: 'packages',
      gives: ['Waiting', 'nothing yet', '480 wait to be looked at'],
    },
    {
      given: 'codeowners',
      gives: [
        'Some fail',
        '102 files',
        '38 have none',
        '9 not read',
        '7 of 149 repositories are at a host',
        'codeowners_files',
      ],
    },
    {
      given: 'runtimes',
      gives: [
        'Good',
        '149 repositories',
        '12 not looked at yet',
        'last read 60 min ago',
      ],
    },
  ] as const)('says how $given is doing', async ({ given, gives }) => {
    const text = await textOf(given);

    for (const words of gives) expect(text).toContain(words);
  });

  it.each([
    {
      given: 'no bill names a package',
      reference: referenceHealth('packages', { state: 'waiting', waiting: 0 }),
      gives: 'Upload bills of materials',
    },
    {
      given: 'no service has a repository',
      reference: referenceHealth('runtimes', { state: 'waiting', waiting: 0 }),
      gives: 'github.com/project-slug',
    },
    {
      given: 'a list was not loaded yet',
      reference: referenceHealth('kev', { state: 'waiting' }),
      gives: 'It is configured and was not loaded yet.',
    },
    {
      given: 'ends of life are of four months ago',
      reference: referenceHealth('lifecycles', {
        entries: 1,
        asOf: NOW - 120 * DAY,
      }),
      gives: 'Put a newer list at the address or path in accountability.lists',
    },
    {
      given: 'packages fail',
      reference: referenceHealth('packages', { state: 'failing', failing: 2 }),
      gives: 'addresses and tokens in accountability.packages.sources',
    },
    {
      given: 'CODEOWNERS are switched off',
      reference: referenceHealth('codeowners', { state: 'off' }),
      gives: 'set accountability.codeowners.enabled to true',
    },
  ])('says what to do where $given', async ({ reference, gives }) => {
    const text = await textOf(reference.id, [reference]);

    expect(text).toContain(gives);
    expect(text).toContain('What to do:');
  });

  it('has nothing to say to do where all is well', async () => {
    const text = await textOf('kev');

    expect(text).not.toContain('What to do');
  });
});
