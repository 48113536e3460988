import { defineMessages } from '../translate';
import { en } from './figures.en';
import { zhCN } from './figures.zh-CN';
import { zhTW } from './figures.zh-TW';

export const figures = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
