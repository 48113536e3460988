import { mkdirSync, writeFileSync } from 'node:fs';
import { installAdvice, installedBrowsers, installMissing } from './browsers.ts';
import { launchChromium } from './driver/chromium.ts';
import { launchFirefox } from './driver/firefox.ts';
import type { Session } from './driver/session.ts';
import { playPuzzle } from './play-puzzle.ts';
import { command } from './steps.ts';

/*
 * npm start [-- chromium|chrome|edge|firefox]
 * Builds the extension and opens it on the practice console. Without a display it plays a source case by itself and
 * leaves pictures and a transcript.
 */

const OUTPUT = 'output/start';

const wanted = process.argv[2]?.toLowerCase();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function pick() {
  const fits = installedBrowsers().filter(({ name }) => !wanted || name.toLowerCase() === wanted);
  return fits[0];
}

async function open(): Promise<number> {
  if (!pick()) installMissing([wanted === 'firefox' ? 'firefox' : 'chromium'], console.log);
  const browser = pick();
  if (!browser) {
    console.error(
      `No ${wanted ?? 'browser'} was found. ${installAdvice(wanted === 'firefox' ? ['firefox'] : ['chromium', 'firefox'])}`,
    );
    return 1;
  }
  console.log(`Building for ${browser.name} …`);
  const target = browser.kind === 'firefox' ? (['-b', 'firefox'] as const) : [];
  const built = await command('start-build', ['wxt', 'build', ...target]);
  if (built.code !== 0) {
    console.error(`${built.output}\nThe build failed; see above.`);
    return 1;
  }
  const launch = browser.kind === 'firefox' ? launchFirefox : launchChromium;
  const session = await launch({ executable: browser.executable, visible: hasDisplay });
  try {
    return hasDisplay ? await stayOpen(session, browser.name) : await play(session, browser.name);
  } finally {
    await session.close();
  }
}

/** Until the person closes the browser. */
async function stayOpen(session: Session, name: string): Promise<number> {
  await session.greeting.bringToFront();
  console.log(`${name} is open on the practice console. Close it, or press Ctrl+C here, to end.`);
  await new Promise<void>((done) => session.browser.once('disconnected', () => done()));
  return 0;
}

async function play(session: Session, name: string): Promise<number> {
  console.log(`There is no display: ${name} plays the puzzle that was not the one in the picture.`);
  mkdirSync(OUTPUT, { recursive: true });
  for (const language of ['zh-Hans', 'en'] as const) {
    const transcript = await playPuzzle(session, language, `${OUTPUT}/puzzle-${language}`);
    const file = `${OUTPUT}/puzzle-${language}.md`;
    writeFileSync(file, transcript);
    console.log(`\n${transcript}\nWritten to ${file}, pictures beside it.`);
  }
  return 0;
}

process.exitCode = await open();
