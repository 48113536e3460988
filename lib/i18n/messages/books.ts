import { defineMessages } from '../translate';
import { en } from './books.en';
import { zhCN } from './books.zh-CN';
import { zhTW } from './books.zh-TW';

export const books = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
