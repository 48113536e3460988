import { defineMessages } from '../translate';
import { en } from './item.en';
import { zhCN } from './item.zh-CN';
import { zhTW } from './item.zh-TW';

export const item = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
