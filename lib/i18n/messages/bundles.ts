import { defineMessages } from '../translate';
import { en } from './bundles.en';
import { zhCN } from './bundles.zh-CN';
import { zhTW } from './bundles.zh-TW';

export const bundles = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
