import { defineMessages } from '../translate';
import { en } from './version.en';
import { zhCN } from './version.zh-CN';
import { zhTW } from './version.zh-TW';

export const version = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
