import { defineMessages } from '../translate';
import { en } from './propose.en';
import { zhCN } from './propose.zh-CN';
import { zhTW } from './propose.zh-TW';

export const propose = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
