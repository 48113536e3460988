import { checkSteps } from './check-steps.ts';
import { runSteps } from './steps.ts';

const unknown = process.argv.slice(2).filter((argument) => argument !== '--fix');
if (unknown.length) {
  console.error(`npm run check does not know ${unknown.join(' ')}; it takes -- --fix.`);
  process.exit(2);
}
const { passed, failed } = await runSteps(checkSteps({ fix: process.argv.includes('--fix') }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
