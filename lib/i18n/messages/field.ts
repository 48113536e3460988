import { defineMessages } from '../translate';
import { en } from './field.en';
import { zhCN } from './field.zh-CN';
import { zhTW } from './field.zh-TW';

export const field = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
