import axe from 'axe-core';

/** WCAG up to 2.2, A and AA, and what axe holds to be good practice beyond it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const OPTIONS = {
  runOnly: [...WCAG, 'best-practice'],
  resultTypes: ['violations'],
};
const IMPACTS = ['serious', 'critical'];

/**
 * What we draw: our cards, tabs and pages, and what opens above them.
 * The side bar, the head and the tabs around them are Backstage's, and not ours to mend.
 */
const OURS = ['.acc-stack', '[role="dialog"]'];

/** What scrolls has gradients at its edges, and axe measures no contrast in front of a gradient. */
const MEASURABLE = '.acc-scroll { background: none !important; }';

const inOneLine = text => text.trim().replace(/\s*\n\s*/g, '; ');

/**
 * Has axe look at what the page shows now.
 * Gives a line for each element that it objects to seriously: rule, selector, what is wrong.
 */
export async function audit(page, include = OURS) {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
    await page.addStyleTag({ content: MEASURABLE });
  }
  const { violations } = await page.evaluate(
    given => window.axe.run({ include: given.include }, given.options),
    { include, options: OPTIONS },
  );
  return violations
    .filter(({ impact }) => IMPACTS.includes(impact))
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const where = target.join(' ');
        return `${id} (${impact}) at ${where}: ${inOneLine(failureSummary)}`;
      }),
    );
}
