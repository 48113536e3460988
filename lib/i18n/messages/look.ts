import { defineMessages } from '../translate';
import { en } from './look.en';
import { zhCN } from './look.zh-CN';
import { zhTW } from './look.zh-TW';

export const look = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
