import fs from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/**
 * Keeps what a page shows as a picture of the documentation, where
 * `npm run pictures` asks for it; a test that only runs changes no file.
 */
export async function picture(page, name) {
  if (!process.env.KEEP_PICTURES) return;
  // Colours are to be what they will be.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(each => each.finished)),
  );
  const folder = inRoot('docs', 'pictures');
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: `${folder}/${name}.png`,
    animations: 'disabled',
    caret: 'hide',
  });
}
