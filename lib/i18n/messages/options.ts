import { defineMessages } from '../translate';
import { en } from './options.en';
import { zhCN } from './options.zh-CN';
import { zhTW } from './options.zh-TW';

export const options = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
