import { ConfigReader } from '@backstage/config';
import { createIsMachine, GivenAccount } from './createIsMachine';
import { isMachine } from './isMachine';

const github = (name: string, type?: string): GivenAccount => ({
  host: 'github',
  name,
  type,
});
const gitlab = (name: string): GivenAccount => ({ host: 'gitlab', name });
const at = (email: string): GivenAccount => ({ email });

describe('a machine is', () => {
  it.each([
    { given: 'an account of the type', of: github('acme', 'Bot') },
    { given: 'an account with the mark', of: github('helper[bot]') },
    { given: 'one with the mark of any host', of: { name: 'Helper[BOT]' } },
    { given: 'an account of a tool', of: github('renovate-bot', 'User') },
    { given: 'one that the tool commits by', of: github('Copilot') },
    { given: "one of GitHub's own", of: github('web-flow') },
    { given: 'a reviewing machine', of: github('coderabbitai[bot]') },
    { given: 'the token of a project', of: gitlab('project_7_bot_1a2b') },
    { given: 'the token of a group', of: gitlab('group_12_bot') },
    { given: 'a service', of: gitlab('service_account_group_1_ab') },
    { given: "GitLab's own", of: gitlab('GitLabDuo') },
    { given: 'whoever is gone, on GitLab', of: gitlab('ghost') },
    { given: 'who is called so, on GitLab', of: gitlab('gitlab-bot') },
    { given: 'who is called so and numbered', of: gitlab('acme_bot2') },
    { given: 'a bot of GitHub on GitLab', of: gitlab('snyk-bot') },
    { given: 'the address of a tool', of: at('noreply@anthropic.com') },
    { given: 'one written otherwise', of: at(' NoReply@Anthropic.com ') },
    { given: 'the address of a co-author', of: at('copilot@github.com') },
    {
      given: 'the account with the mark behind an address',
      of: at('49+dependabot[bot]@users.noreply.github.com'),
    },
    {
      given: 'the account of a tool behind an address',
      of: at('25180681+renovate-bot@users.noreply.github.com'),
    },
    {
      given: 'the account of a token behind an address',
      of: at('12-project_7_bot_1a2b@users.noreply.gitlab.com'),
    },
    {
      given: 'the address of a token',
      of: at('project_7_bot_1a2b@noreply.gitlab.acme.example'),
    },
    {
      given: 'an address that is called so',
      of: at('release-bot@acme.example'),
    },
    {
      given: 'a person of whom one thing says so',
      of: { ...github('ada', 'User'), email: 'aider@aider.chat' },
    },
  ])('$given: $of', ({ of }) => {
    expect(isMachine(of)).toBe(true);
  });

  it.each([
    { given: 'a person', of: github('ada', 'User') },
    { given: 'who is called so, on GitHub', of: github('anna-bot', 'User') },
    { given: 'whoever is gone, on GitHub', of: github('ghost', 'User') },
    { given: 'a mark in the midst', of: github('a[bot]b') },
    ...['ada', 'abbot', 'robota', 'bot-anna', 'ghostwriter'].map(name => ({
      given: 'a part of a name',
      of: gitlab(name),
    })),
    { given: 'an address', of: at('ada@acme.example') },
    { given: 'a first name', of: at('claude@monet.fr') },
    { given: 'the name of a tool elsewhere', of: at('weblate@acme.example') },
    {
      given: 'an account of GitHub that is called so',
      of: at('7+anna-bot@users.noreply.github.com'),
    },
    { given: 'nobody', of: {} },
    { given: 'an empty name', of: { name: '', email: null, type: null } },
  ])('not $given: $of', ({ of }) => {
    expect(isMachine(of)).toBe(false);
  });
});

describe('with a configuration a machine', () => {
  const marker = {
    id: 'acme.author',
    tool: 'Acme Writer',
    channel: 'author',
    match: ['writer@acme.example', 'acme-writer'],
    role: 'author',
    level: 'declared',
    source: 'our handbook',
  };
  const by = (provenance: object) =>
    createIsMachine(new ConfigReader({ accountability: { provenance } }));

  it.each([
    { given: 'is one that it adds', of: at('writer@acme.example') },
    { given: 'is an account that it adds', of: github('Acme-Writer', 'User') },
    {
      given: 'is none that it disables',
      of: at('cursoragent@cursor.com'),
      provenance: { disabled: ['cursor.author', 'cursor.co-author'] },
      gives: false,
    },
    {
      given: 'is none by a word that none took part',
      of: at('writer@acme.example'),
      provenance: { markers: [{ ...marker, role: 'none' }] },
      gives: false,
    },
    {
      given: 'is none by what stands in trailers',
      of: at('writer@acme.example'),
      provenance: { markers: [{ ...marker, channel: 'trailer' }] },
      gives: false,
    },
  ])('$given', ({ of, provenance, gives = true }) => {
    const is = by(provenance ?? { markers: [marker] });

    expect(is(of)).toBe(gives);
  });

  it.each([
    { day: '2026-02-28', gives: false },
    { day: '2026-03-01', gives: true },
    { day: '2026-04-01', gives: false },
    { day: undefined, gives: true },
  ])('is one on $day where its marker says so: $gives', ({ day, gives }) => {
    const dated = { validFrom: '2026-03-01', validTo: '2026-04-01' };
    const is = by({ markers: [{ ...marker, ...dated }] });

    expect(
      is({
        email: 'writer@acme.example',
        at: day === undefined ? day : Date.parse(day),
      }),
    ).toBe(gives);
  });
});
