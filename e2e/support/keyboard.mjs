/** Everything that answers to a pointer. */
const STOPS =
  'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** Contrast and width that a mark of the focus needs to be seen (WCAG 1.4.11). */
const LEAST_CONTRAST = 3;
const LEAST_PX = 2;

/** In the page: keeps every stop of ours that should be reached, and gives their names. */
function noteStops(selector) {
  const name = element =>
    `${element.tagName.toLowerCase()} ${
      element.getAttribute('aria-label') ?? element.textContent
    }`.slice(0, 80);
  const group = element =>
    element.matches('[type="radio"], [role="radio"]') &&
    element.closest('[role="radiogroup"]');
  const all = [...document.querySelectorAll(`.acc-stack :is(${selector})`)]
    .filter(
      element =>
        !element.disabled &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('[aria-hidden="true"], [inert]'),
    )
    // Of a group Tab reaches one, and arrows the others.
    .map(element => group(element) || element);
  window.stops = [...new Set(all)];
  window.standing = document.querySelectorAll(
    `.acc-stack :is(${selector})`,
  ).length;
  return window.stops.map(name);
}

/** In the page: which of them has the focus, and how its mark differs from what is behind. */
function readFocus() {
  const place = window.stops.findIndex(
    stop =>
      stop === document.activeElement ||
      (stop.role === 'radiogroup' && stop.contains(document.activeElement)),
  );
  if (place < 0) return undefined;
  const parse = color =>
    /^rgba?\(/.test(color) ? color.match(/[\d.]+/g).map(Number) : undefined;
  const luminance = ([red, green, blue]) =>
    [red, green, blue]
      .map(part => part / 255)
      .map(part =>
        part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      )
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort(
      (a, b) => a - b,
    );
    return (light + 0.05) / (dark + 0.05);
  };
  let behind = [255, 255, 255];
  for (let at = document.activeElement; at; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = parse(
      getComputedStyle(at).backgroundColor,
    ) ?? [0, 0, 0, 0];
    if (alpha === 1) {
      behind = [red, green, blue];
      break;
    }
  }
  const style = getComputedStyle(document.activeElement);
  const outline =
    style.outlineStyle === 'none'
      ? { px: 0 }
      : { px: parseFloat(style.outlineWidth), color: style.outlineColor };
  const [, color, lengths = ''] =
    /^(rgba?\([^)]*\))([^,]*)/.exec(style.boxShadow) ?? [];
  const shadow = {
    px: Math.max(0, ...(lengths.match(/[\d.]+(?=px)/g) ?? []).map(Number)),
    color,
  };
  const marks = [outline, shadow].map(({ px, color: ring }) => ({
    px,
    contrast: (ring && parse(ring) && contrast(parse(ring), behind)) || 1,
  }));
  return { place, marks };
}

/** In the page: whether what was noted is what stands there still. */
function stillStands(selector) {
  const now = document.querySelectorAll(`.acc-stack :is(${selector})`).length;
  const same = window.standing === now;
  window.standing = now;
  return same && window.stops.every(stop => stop.isConnected);
}

/** Times that a walk begins anew because the page was drawn anew under it, as it is when something changed. */
const WALKS = 4;

/**
 * Notes each element of ours that answers to a pointer, and walks with Tab from the first to the last.
 * Gives those that were passed by, and those that do not show that they have the focus.
 */
export async function walk(page) {
  let troubles = [];
  for (let turn = 0; turn < WALKS; turn += 1) {
    troubles = await walkOnce(page);
    if (troubles.length === 0) return troubles;
    if (await page.evaluate(stillStands, STOPS)) return troubles;
  }
  return troubles;
}

async function walkOnce(page) {
  const stops = await page.evaluate(noteStops, STOPS);
  const reached = new Set();
  const troubles = [];
  await page.evaluate(() => window.stops[0]?.focus({ focusVisible: true }));
  for (let step = 0; step < stops.length; step += 1) {
    const stop = await page.evaluate(readFocus);
    if (!stop || reached.has(stop.place)) break;
    reached.add(stop.place);
    const seen = stop.marks.some(
      ({ px, contrast }) => px >= LEAST_PX && contrast >= LEAST_CONTRAST,
    );
    if (!seen) {
      const marks = JSON.stringify(stop.marks);
      troubles.push(`no mark of the focus: ${stops[stop.place]} ${marks}`);
    }
    await page.keyboard.press('Tab');
  }
  const missed = stops.filter((_, place) => !reached.has(place));
  return [...troubles, ...missed.map(stop => `passed by with Tab: ${stop}`)];
}
