import { Rule, TreeFile } from '../tree';

const SITE = 'mkdocs.yml';
const PAGE = /^docs\/(.+\.md)$/;
const ENTRY = /^\s+- .*: (\S+\.md)$/gm;

function troubles(site: TreeFile, pages: string[]): string[] {
  const listed = [...site.text.matchAll(ENTRY)].map(([, page]) => page);
  const twice = listed.filter((page, index) => listed.indexOf(page) < index);
  return [
    ...listed
      .filter(page => !pages.includes(page))
      .map(page => `names docs/${page}, which there is not`),
    ...pages
      .filter(page => !listed.includes(page))
      .map(page => `lacks docs/${page}: npm run generate`),
    ...twice.map(page => `names docs/${page} twice`),
  ];
}

/** The site of the documentation leads to every page, and to none that there is not. */
export const siteNavigation: Rule = files => {
  const pages = files.flatMap(({ path }) => PAGE.exec(path)?.[1] ?? []);
  return files
    .filter(({ path }) => path === SITE)
    .flatMap(site => troubles(site, pages))
    .map(because => ({ path: SITE, because }));
};
