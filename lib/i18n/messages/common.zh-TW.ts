import type { TranslationOf } from '../translate';
import type { en } from './common.en';

export const zhTW: TranslationOf<typeof en> = {
  productName: '得體',
  close: '關閉',
  cancel: '取消',
  save: '儲存',
  copied: '已複製',
  copyFailed: '瀏覽器不允許複製。請選取文字後按 {key}。',
  undo: '復原',
  remove: '移除',
  edit: '編輯',
  clear: '清除',
  more: '更多',
  next: '下一個',
  required: '必填',
  optional: '選填',
  on: '開啟',
  off: '關閉',
  loading: '載入中…',
  notifications: '通知',
  interfaceLanguage: '語言',
  followBrowser: '跟瀏覽器相同',
  storeFull: '磁碟空間不足，現在的內容存不下來。清出一些空間就好，先前存的都還在。',
  storeOutdated: '其他分頁已更新 Tactful，這一頁無法再保存內容，請重新整理。',
  storeWaiting:
    '有個舊的 Tactful 頁面還佔用著儲存空間。請關閉或重新整理其他 Tactful 分頁，在那之前這裡先不保存。',
  gotIt: '知道了',
  lossReplaced:
    '儲存檔損壞或被刪除，瀏覽器換了一個空的。{when} 時裡面還有 {count} 則待質檢的訊息，以及您自己的話術本、承諾和常用句。請在「交接」重新匯入客服的檔案，話術本也從先前存的檔案匯回。',
  lossOlder:
    '儲存檔壞了一部分，{when} 時還在的 {count} 則訊息不見了，其餘都在。請客服再交一次檔案，已有的會認出來，不會重複。',
  storeUnavailable: '無法開啟本機儲存空間，新的內容暫時無法保存。內建話術本仍可照常使用。',
};
