import { defineMessages } from '../translate';
import { en } from './inpage.en';
import { zhCN } from './inpage.zh-CN';
import { zhTW } from './inpage.zh-TW';

export const inpage = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
