import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { start } from './lib/run.mjs';

const HELP = `npm run pictures

Takes the pictures of the documentation anew: runs the stories of the users in a
browser, and keeps what their pages show in docs/pictures.`;

await main(async () => {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await buildPortal();
  const { code } = await start(
    process.execPath,
    ['--test', inRoot('e2e/stories.test.mjs')],
    {
      env: { ...process.env, KEEP_PICTURES: '1' },
      onLine: line => console.log(line),
    },
  ).ended;
  return code;
});
