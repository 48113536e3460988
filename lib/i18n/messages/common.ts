import { defineMessages } from '../translate';
import { en } from './common.en';
import { zhCN } from './common.zh-CN';
import { zhTW } from './common.zh-TW';

export const common = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
