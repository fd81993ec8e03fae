import { readArtifact } from './readArtifact';

const commit = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';

describe('readArtifact', () => {
  it.each([
    { given: 'pkg:docker/acme/payments@1.4.0', gives: { version: '1.4.0' } },
    {
      given: 'pkg:npm/%40acme/pay@2.0.0-rc.1',
      gives: { version: '2.0.0-rc.1' },
    },
    { given: 'pkg:npm/@acme/pay@2.0.0', gives: { version: '2.0.0' } },
    { given: 'pkg:npm/@acme/pay', gives: {} },
    {
      given: 'pkg:deb/debian/curl@7.50.3-1?arch=i386',
      gives: { version: '7.50.3-1' },
    },
    { given: 'pkg:oci/pay@sha256%3A0b31b1c0', gives: {} },
    { given: 'pkg:oci/pay@sha256:0b31b1c0?tag=latest', gives: {} },
    { given: 'pkg:maven/acme/pay@1%2B2', gives: { version: '1+2' } },
    { given: 'pkg:maven/acme/pay@1%ZZ', gives: { version: '1%ZZ' } },
    { given: `pkg:github/acme/pay@${commit}`, gives: { sha: commit } },
    { given: 'pkg:github/acme/pay@v1.4.0', gives: { version: 'v1.4.0' } },
    { given: `pkg:golang/acme/pay@${commit}`, gives: { version: commit } },
    {
      given: `pkg:docker/pay@1.4.0?vcs_url=git+https://git.example.org/pay@${commit}`,
      gives: { version: '1.4.0', sha: commit },
    },
    {
      given: `pkg:oci/pay@sha256%3A0b?vcs_url=git%2Bhttps%3A%2F%2Fgit.example.org%2Fpay%40f95f852%23api#sub`,
      gives: { sha: 'f95f852' },
    },
    {
      given: 'pkg:docker/pay@1?vcs_url=git+https://git.example.org/pay@main',
      gives: { version: '1' },
    },
    { given: 'nginx:1.0', gives: {} },
    {
      given: `pkg:docker/pay@${'1'.repeat(300)}`,
      gives: { version: '1'.repeat(200) },
    },
  ])('reads $given', ({ given, gives }) => {
    expect(readArtifact(given)).toEqual({
      artifact: given,
      version: undefined,
      sha: undefined,
      ...gives,
    });
  });

  it('gives nothing for none', () => {
    expect(readArtifact(undefined)).toEqual({});
  });

  it('drops an artifact that is too long to keep, and not its version', () => {
    const given = `pkg:docker/pay@1.4.0?repository_url=${'a'.repeat(500)}`;

    expect(readArtifact(given)).toEqual({ version: '1.4.0' });
  });
});
