import { defineMessages } from '../translate';
import { en } from './contests.en';
import { zhCN } from './contests.zh-CN';
import { zhTW } from './contests.zh-TW';

export const contests = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
