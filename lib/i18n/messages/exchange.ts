import { defineMessages } from '../translate';
import { en } from './exchange.en';
import { zhCN } from './exchange.zh-CN';
import { zhTW } from './exchange.zh-TW';

export const exchange = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
