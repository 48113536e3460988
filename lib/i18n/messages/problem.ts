import { problemWords } from '@/lib/phrasebook/problem-words';
import { defineMessages } from '../translate';
import { zhCN } from './problem.zh-CN';
import { zhTW } from './problem.zh-TW';

/** What can be wrong with a book; in English as the command line says it. */
export const problem = /* @__PURE__ */ defineMessages({ en: problemWords, 'zh-CN': zhCN, 'zh-TW': zhTW });
