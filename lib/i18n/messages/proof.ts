import { defineMessages } from '../translate';
import { en } from './proof.en';
import { zhCN } from './proof.zh-CN';
import { zhTW } from './proof.zh-TW';

export const proof = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
