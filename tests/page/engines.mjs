/**
 * The three engines behind one face, which is Playwright's: Chromium through its own protocol, Firefox as it is installed
 * through WebDriver BiDi, WebKit through WebDriver (`webkit/`). `ENGINE` chooses, `CHROMIUM` and `FIREFOX` name programs.
 */

import { existsSync } from 'node:fs';
import { chromium, firefox } from 'playwright-core';
import { launchWebkit } from './webkit/browser.mjs';

export const ENGINE = process.env['ENGINE'] ?? 'chromium';
const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** A clipboard that asks nobody; no icons of pages, over which a browser that is remote-controlled can fall. */
const FIREFOX_SETTINGS = { 'dom.events.testing.asyncClipboard': true, 'browser.chrome.site_icons': false };

const program = (name, places) => {
  const found = process.env[name] ?? places.find((path) => existsSync(path));
  if (!found) throw new Error(`no ${name.toLowerCase()} was found: set ${name} to its path`);
  return found;
};

/** The program itself. */
export const CHROMIUM = () => program('CHROMIUM', CHROMIUMS);

const LAUNCH = {
  chromium: () => chromium.launch({ executablePath: CHROMIUM(), args: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] }),
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: program('FIREFOX', FIREFOXES), firefoxUserPrefs: FIREFOX_SETTINGS }),
  webkit: launchWebkit,
};

/** What a test may ask for that an engine, driven from outside, does not give; the reason is printed with the test. */
const LACKS = {
  chromium: {},
  firefox: { 'scripts off': 'the remote control of Firefox itself needs scripts', media: 'BiDi in this Firefox sets no media', tree: 'no protocol tells its accessibility tree' },
  webkit: { 'scripts off': 'WebDriver cannot switch scripts off', media: 'WebDriver sets no media', 'other pages': 'WebDriver does not tell of a window that a page opens', tree: 'no protocol tells its accessibility tree', 'an end to a loop in wasm': 'WebKitGTK lets a worker that was ended go on where wasm loops in it, and the next ones wait for a processor' },
};

/** Of `test`: left out, with the reason, where this engine cannot. @param {...string} abilities */
export function needs(...abilities) {
  const lacks = LACKS[ENGINE];
  return { skip: abilities.map((ability) => lacks[ability]).find(Boolean) ?? false };
}

export function launch() {
  const start = LAUNCH[ENGINE];
  if (!start) throw new Error(`ENGINE is ${ENGINE}: it may be ${Object.keys(LAUNCH).join(', ')}`);
  return start();
}

/** The options of a context, as far as the engine takes them. */
export function contextOf({ isMobile, hasTouch, permissions, ...options }) {
  if (ENGINE !== 'chromium') return options;
  return { ...options, ...isMobile !== undefined && { isMobile, hasTouch }, permissions: ['clipboard-read', 'clipboard-write'] };
}
