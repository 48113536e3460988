import { defineMessages } from '../translate';
import { en } from './cards.en';
import { zhCN } from './cards.zh-CN';
import { zhTW } from './cards.zh-TW';

export const cards = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
