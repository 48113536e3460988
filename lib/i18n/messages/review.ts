import { defineMessages } from '../translate';
import { en } from './review.en';
import { zhCN } from './review.zh-CN';
import { zhTW } from './review.zh-TW';

export const review = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
