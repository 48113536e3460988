import { defineMessages } from '../translate';
import { en } from './teach.en';
import { zhCN } from './teach.zh-CN';
import { zhTW } from './teach.zh-TW';

export const teach = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
