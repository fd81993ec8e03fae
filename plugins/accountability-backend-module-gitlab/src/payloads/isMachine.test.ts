import { isMachine } from './isMachine';

describe('an account of GitLab', () => {
  it.each([
    'project_7_bot_1a2b',
    'group_12_bot',
    'service_account_group_1_ab',
    'GitLabDuo',
    'gitlab-bot',
    'renovate-bot',
    'acme_bot2',
    'ghost',
  ])('is a machine: %s', name => {
    expect(isMachine(name)).toBe(true);
  });

  it.each(['ada', 'abbot', 'robota', 'bot-anna', 'ghostwriter'])(
    'is a person: %s',
    name => {
      expect(isMachine(name)).toBe(false);
    },
  );
});
