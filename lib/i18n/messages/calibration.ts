import { defineMessages } from '../translate';
import { en } from './calibration.en';
import { zhCN } from './calibration.zh-CN';
import { zhTW } from './calibration.zh-TW';

export const calibration = /* @__PURE__ */ defineMessages({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
