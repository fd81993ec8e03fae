import { describeRule } from '../describeRule';
import { siteNavigation } from './siteNavigation';

const site = (...pages: string[]) =>
  [
    'nav:',
    '  - Begin:',
    ...pages.map(page => `      - 'A page': ${page}`),
  ].join('\n');
const docs = { 'docs/index.md': '# A', 'docs/deep/b.md': '# B' };

describeRule(siteNavigation, {
  accepts: [
    [
      'a site that leads to every page',
      { ...docs, 'mkdocs.yml': site('index.md', 'deep/b.md') },
    ],
  ],
  rejects: [
    [
      'a page that nothing leads to',
      { ...docs, 'mkdocs.yml': site('index.md') },
      ['lacks docs/deep/b.md'],
    ],
    [
      'a page that there is not',
      { ...docs, 'mkdocs.yml': site('index.md', 'deep/b.md', 'gone.md') },
      ['names docs/gone.md, which there is not'],
    ],
    [
      'a page twice',
      { ...docs, 'mkdocs.yml': site('index.md', 'deep/b.md', 'index.md') },
      ['names docs/index.md twice'],
    ],
  ],
});
