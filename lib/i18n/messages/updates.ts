import { defineMessages } from '../translate';
import { en } from './updates.en';
import { zhCN } from './updates.zh-CN';
import { zhTW } from './updates.zh-TW';

export const updates = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
