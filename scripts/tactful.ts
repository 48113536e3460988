import { UsageError } from './tactful/arguments';
import { CHECK_USAGE, checkCommand } from './tactful/check';
import { CONVERT_USAGE, convertCommand } from './tactful/convert';
import { EVALUATE_USAGE, evaluateCommand } from './tactful/evaluate';
import { FLAG_USAGE, flagCommand } from './tactful/flag';
import { KEYGEN_USAGE, keygenCommand } from './tactful/keygen';
import { PUBLISH_USAGE, publishCommand } from './tactful/publish';

const USAGE = `npm run -s tactful -- <command>

${FLAG_USAGE}

${CHECK_USAGE}

${EVALUATE_USAGE}

${CONVERT_USAGE}

${KEYGEN_USAGE}

${PUBLISH_USAGE}

Exit code: 0 fine, 1 data wrong (said on stderr with file and line), 2 called wrongly.`;

const COMMANDS: Record<string, (given: readonly string[]) => number | Promise<number>> = {
  flag: flagCommand,
  check: checkCommand,
  evaluate: evaluateCommand,
  convert: convertCommand,
  keygen: keygenCommand,
  publish: publishCommand,
};

const [name = '', ...given] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
// A reader such as `head` may close the pipe early.
process.stdout.on('error', () => process.exit(0));
if (name === '--help' || name === '-h' || name === 'help') {
  console.log(USAGE);
} else if (command === undefined) {
  console.error(name === '' ? USAGE : `Unknown command ${name}.\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
