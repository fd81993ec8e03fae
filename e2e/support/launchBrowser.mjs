import fs from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of the machine, or the one that comes with the packages. */
export async function launchBrowser() {
  const installed = INSTALLED.find(path => path && fs.existsSync(path));
  const executablePath = installed ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, headless: true, args: QUIET });
}
