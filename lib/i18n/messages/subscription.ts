import { defineMessages } from '../translate';
import { en } from './subscription.en';
import { zhCN } from './subscription.zh-CN';
import { zhTW } from './subscription.zh-TW';

export const subscription = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
