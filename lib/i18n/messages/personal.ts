import { defineMessages } from '../translate';
import { en } from './personal.en';
import { zhCN } from './personal.zh-CN';
import { zhTW } from './personal.zh-TW';

export const personal = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
