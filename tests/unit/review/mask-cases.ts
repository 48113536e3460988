import { seeded } from '@/lib/review';

/** A text with something personal in it, written for these tests; numbers carry right check digits. */
export interface MaskCase {
  kind: string;
  language: 'zh-Hans' | 'zh-Hant' | 'en';
  text: string;
  /** What must not be left of it. */
  secret: string;
}

const random = seeded(20_260_131);
const int = (below: number): number => Math.floor(random() * below);
const one = <T>(items: readonly T[]): T => items[int(items.length)]!;
const digits = (count: number): string => Array.from({ length: count }, () => int(10)).join('');
const nonZero = (count: number): string => `${1 + int(9)}${digits(count - 1)}`;

function luhn(body: string): string {
  const check = [...'0123456789'].find((last) => {
    const sum = [...`${body}${last}`].reverse().reduce((total, it, at) => {
      const doubled = at % 2 === 1 ? Number(it) * 2 : Number(it);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 === 0;
  });
  return body + check;
}
function chineseId(): string {
  const body = `${one(['110105', '440306', '330106', '510104'])}19${70 + int(29)}${one(['0214', '1109', '0630'])}${digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, it, at) => total + Number(it) * weights[at]!, 0);
  return body + '10X98765432'[sum % 11];
}
function taiwanId(): string {
  const letter = one([...'ABCDEFGHJKLMNPQRSTUVXYWZIO']);
  const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
  const body = `${one(['1', '2'])}${digits(7)}`;
  const sum = [Math.floor(code / 10), code % 10, ...[...body].map(Number)].reduce(
    (total, it, at) => total + it * [1, 9, 8, 7, 6, 5, 4, 3, 2, 1][at]!,
    0,
  );
  return `${letter}${body}${(10 - (sum % 10)) % 10}`;
}
function iban(country: string, body: string): string {
  const number = [...`${body}${country}00`].map((it) => Number.parseInt(it, 36)).join('');
  const check = 98n - (BigInt(number) % 97n);
  return `${country}${String(check).padStart(2, '0')}${body}`;
}
const grouped = (text: string, by = 4): string => text.match(new RegExp(`.{1,${by}}`, 'g'))!.join(' ');
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
const split = (text: string, at: readonly number[], by: string): string =>
  at.map((end, place) => text.slice(at[place - 1] ?? 0, end)).join(by);

const mobile = (): string => `1${one(['38', '59', '77', '86', '99'])}${digits(8)}`;
const taiwanMobile = (): string => `09${digits(8)}`;

/** Three values a kind and language, three sentences around them. */
type Table = Record<string, { value: () => string; around: readonly [string, string, string] }[]>;

const HANS: Table = {
  mobile: [
    { value: mobile, around: ['您打我电话{}就行', '亲，联系方式{}，随时找我', '手机号是{}对吗'] },
    {
      value: () => split(mobile(), [3, 7, 11], one(['-', ' '])),
      around: ['电话 {}', '请拨打{}，谢谢', '师傅的号码：{}。'],
    },
    { value: () => `+86 ${mobile()}`, around: ['{} 这个号', '海外请打{}', '客服热线{}哦'] },
    { value: () => wide(mobile()), around: ['号码{}', '打{}找我', '收货电话：{}'] },
  ],
  landline: [
    {
      value: () => `0${one(['10', '21', '755', '571'])}-${nonZero(8)}`,
      around: ['座机{}', '打{}也行', '门店电话：{}'],
    },
  ],
  id: [{ value: chineseId, around: ['身份证{}', '实名信息是{}，没错吧', '证件号：{}。'] }],
  card: [
    { value: () => grouped(luhn(`62${digits(13)}`)), around: ['卡号{}', '退到{}这张卡', '银行卡 {} 对吗'] },
    { value: () => luhn(`6217${digits(14)}`), around: ['打到{}', '账号是{}', '请核对卡号：{}'] },
  ],
  email: [
    {
      value: () => `${one(['li.si', 'wang_xm', 'zhao99'])}@${one(['qq.com', '163.com', 'example.com.cn'])}`,
      around: ['发我邮箱{}', '发票发到{}了', '邮箱：{}。'],
    },
  ],
  address: [
    {
      value: () =>
        `${one(['浙江省杭州市西湖区文三路', '上海市浦东新区世纪大道', '广东省深圳市南山区科苑路'])}${1 + int(900)}号${1 + int(20)}幢${100 + int(900)}室`,
      around: ['地址：{}', '寄到{}，对吧', '收货地址是{}。'],
    },
    {
      value: () =>
        `${one(['建设', '人民', '解放', '中山'])}${one(['路', '北路', '大道', '街'])}${1 + int(300)}号`,
      around: ['就在{}', '门店在{}旁边', '送到{}了'],
    },
    {
      value: () =>
        `${one(['幸福里小区', '阳光花园', '万科城'])}${1 + int(20)}号楼${1 + int(6)}单元${100 + int(900)}`,
      around: ['送到{}吧', '您住{}是吗', '地址写的{}'],
    },
  ],
  waybill: [
    {
      value: () => `${one(['SF', 'YT', 'JT', 'JD', 'ZTO', 'YD', 'DPK'])}${digits(13)}`,
      around: ['快递{}', '单号{}已经发出', '您查一下{}哦'],
    },
    {
      value: () => `${one(['43', '77', '75'])}${digits(11)}`,
      around: ['中通单号{}', '运单号：{}', '物流{}还没动'],
    },
    {
      value: () => `E${one(['A', 'B', 'M'])}${digits(9)}CN`,
      around: ['EMS {}', '邮政单号{}', '国际件{}在路上'],
    },
  ],
  order: [
    { value: () => nonZero(19), around: ['订单{}', '您的订单号是{}', '订单编号：{}。'] },
    { value: () => nonZero(12), around: ['京东订单{}', '单号 {}', '订单{}已退款'] },
    { value: () => `${nonZero(6)}-${nonZero(15)}`, around: ['拼多多订单{}', '订单{}查到了', '单号：{}'] },
    { value: () => nonZero(7), around: ['订单号{}', '订单编号：{}', '订单号 {} 对吗'] },
  ],
  plate: [
    {
      value: () => `${one(['粤B', '沪A', '京N', '浙A'])}${one(['·', ''])}${one(['D', 'K', '8'])}${digits(4)}`,
      around: ['车牌{}', '送货车是{}', '司机的车{}到楼下了'],
    },
    { value: () => `${one(['粤B', '沪A'])}D${digits(5)}`, around: ['车牌号：{}', '新能源车{}', '是{}那辆'] },
  ],
  account: [
    {
      value: () => `${one(['wxid_', 'xm', 'li_si'])}${digits(5)}`,
      around: ['加微信号：{}', '微信 {}', '您加VX：{}'],
    },
    { value: () => nonZero(9), around: ['QQ{}', '加QQ：{}', '扣扣 {}'] },
    { value: () => `shop${digits(4)}`, around: ['加薇信{}', '微信号是{}', '加V：{}'] },
  ],
  name: [
    {
      value: () => `${one(['王', '李', '欧阳'])}${one(['小明', '芳', '建国'])}`,
      around: ['收货人：{}，对吗', '姓名：{}', '收件人是{}。'],
    },
    {
      value: () => `${one(['陈', '赵', '周'])}${one(['丽丽', '伟', '子轩'])}`,
      around: ['联系人：{}', '收件人：{} 电话稍后发', '户名：{}'],
    },
  ],
};

const HANT: Table = {
  mobile: [
    { value: taiwanMobile, around: ['手機{}', '請打{}找我', '聯絡電話：{}。'] },
    {
      value: () => split(taiwanMobile(), [4, 7, 10], '-'),
      around: ['電話 {}', '號碼是{}嗎', '司機手機：{}'],
    },
    {
      value: () => `+886 9${split(digits(8), [2, 5, 8], ' ')}`,
      around: ['{} 可以打', '國外請撥{}', '客服 {}'],
    },
    {
      value: () => `${one(['5', '6', '9'])}${digits(3)} ${digits(4)}`,
      around: ['電話{}', '致電 {} 即可', 'WhatsApp {}'],
    },
    {
      value: () => `+852 ${one(['5', '6', '9'])}${digits(3)} ${digits(4)}`,
      around: ['請打{}', '香港電話 {}', '電話：{}'],
    },
  ],
  landline: [
    {
      value: () => `(0${one(['2', '4', '7'])}) ${2 + int(7)}${digits(3)}-${digits(4)}`,
      around: ['市話{}', '門市電話：{}', '請撥{}'],
    },
  ],
  id: [
    { value: taiwanId, around: ['身分證{}', '身分證字號：{}', '核對{}沒問題'] },
    {
      value: () => `${one(['A', 'K', 'Z'])}${digits(6)}(${int(10)})`,
      around: ['身份證{}', 'HKID {}', '證件：{}。'],
    },
  ],
  card: [{ value: () => grouped(luhn(`4${digits(14)}`)), around: ['卡號{}', '刷退到{}', '信用卡 {} 對嗎'] }],
  email: [
    {
      value: () => `${one(['lin.yi', 'chen99'])}@${one(['gmail.com', 'example.com.tw'])}`,
      around: ['信箱{}', '寄到{}了', '電子郵件：{}。'],
    },
  ],
  address: [
    {
      value: () =>
        `${one(['台北市信義區松仁路', '新北市板橋區文化路一段', '高雄市左營區博愛二路'])}${1 + int(300)}號${2 + int(15)}樓`,
      around: ['地址：{}', '寄到{}對嗎', '收件地址是{}。'],
    },
    {
      value: () => `${one(['忠孝東路四段', '中山北路二段', '民權路'])}${1 + int(300)}巷${1 + int(30)}號`,
      around: ['就在{}', '門市在{}', '送到{}了'],
    },
    {
      value: () => `${one(['彌敦道', '軒尼詩道'])}${100 + int(600)}號${1 + int(20)}樓`,
      around: ['地址{}', '寄去{}', '門市：{}'],
    },
  ],
  waybill: [
    { value: () => `${one(['SF', 'JT', 'TW'])}${digits(12)}`, around: ['快遞{}', '單號{}已寄出', '請查{}'] },
    {
      value: () => `${one(['90', '62'])}${digits(10)}`,
      around: ['黑貓單號{}', '宅配編號：{}', '物流{}還在路上'],
    },
  ],
  order: [
    {
      value: () => `${nonZero(6)}${one(['ABCD', 'QTNB', 'XK7P'])}${digits(4)}`,
      around: ['蝦皮訂單編號 {}', '訂單編號：{}', '訂單{}已取消'],
    },
    { value: () => nonZero(14), around: ['訂單{}', '您的訂單編號是{}', '編號 {}'] },
    { value: () => `TM${nonZero(7)}`, around: ['訂單編號：{}', '訂單號碼 {}', '訂單號{}'] },
  ],
  plate: [
    { value: () => `${one(['ABC', 'RDX', 'BMJ'])}-${digits(4)}`, around: ['車牌{}', '司機開{}', '車號：{}'] },
  ],
  account: [
    {
      value: () => `${one(['mei_', 'lin.', 'shop'])}${digits(4)}`,
      around: ['LINE ID：{}', '加LINE {}', '賴 {}'],
    },
    { value: () => `wx${digits(6)}`, around: ['微信號：{}', '加微信{}', 'WeChat ID: {}'] },
  ],
  name: [
    {
      value: () => `${one(['林', '陳', '黃'])}${one(['怡君', '志明', '雅婷'])}`,
      around: ['收件人：{}', '聯絡人：{}，謝謝', '姓名：{}'],
    },
    {
      value: () => `${one(['吳', '張'])}${one(['小姐婷', '宗翰'])}`.replace('小姐', ''),
      around: ['取貨人：{}', '收貨人：{} 稍後到', '戶名：{}'],
    },
  ],
};

const EN: Table = {
  mobile: [
    {
      value: () => `+44 7${digits(3)} ${digits(6)}`,
      around: ['call {} please', 'my number is {}', 'Phone: {}.'],
    },
    {
      value: () => `(${2 + int(7)}${digits(2)}) ${2 + int(7)}${digits(2)}-${digits(4)}`,
      around: ['call {}', 'reach us at {} today', 'Tel: {}'],
    },
    {
      value: () => `${2 + int(7)}${digits(2)}-${2 + int(7)}${digits(2)}-${digits(4)}`,
      around: ['it is {}', 'dial {} and ask for me', 'Fax {}'],
    },
    { value: () => `+1${nonZero(10)}`, around: ['text {}', 'WhatsApp {}', 'at {} now'] },
    { value: () => `07${digits(3)} ${digits(6)}`, around: ['ring {}', 'mobile {}', 'my phone is {}'] },
    {
      value: () => `0${one(['20', '161'])} ${nonZero(4)} ${digits(4)}`,
      around: ['ring {}', 'our desk is {}', 'landline {}'],
    },
  ],
  id: [
    {
      value: () => `${one(['123', '456', '219'])}-${10 + int(80)}-${nonZero(4)}`,
      around: ['SSN {}', 'my social is {}', 'SSN: {}.'],
    },
    {
      value: () => `${one(['C', 'X'])}${nonZero(8)}`,
      around: ['passport {}', 'Passport no. {}', 'passport number: {}'],
    },
  ],
  card: [
    {
      value: () => grouped(luhn(`5${1 + int(5)}${digits(13)}`)),
      around: ['card {}', 'charged to {} twice', 'Visa: {}.'],
    },
    { value: () => luhn(`37${digits(12)}`), around: ['amex {}', 'card number {}', 'on {} please'] },
    {
      value: () => split(luhn(`4${digits(14)}`), [4, 8, 12, 16], '-'),
      around: ['card {}', 'refund {} please', 'it was {}'],
    },
  ],
  iban: [
    { value: () => iban('DE', digits(18)), around: ['IBAN {}', 'refund to {}', 'account: {}'] },
    {
      value: () => grouped(iban('GB', `WEST${digits(14)}`)),
      around: ['to {} please', 'my IBAN is {}', 'IBAN: {}.'],
    },
    { value: () => grouped(iban('FR', digits(23))), around: ['wire it to {}', '{} is mine', 'bank {}'] },
  ],
  email: [
    {
      value: () => `${one(['jane.doe', 'tom+shop', 'a_b'])}@${one(['example.co.uk', 'gmail.com'])}`,
      around: ['mail {}', 'write to {} now', 'E-mail: {}.'],
    },
    {
      value: () => `https://${one(['shop.example', 'pay.example.com'])}/o/${nonZero(6)}?u=jane`,
      around: ['see {}', 'track at {}', 'link: {} thanks'],
    },
  ],
  address: [
    {
      value: () =>
        `${1 + int(900)} ${one(['Baker Street', 'Oak Avenue', 'King William Rd', 'Maple Grove Lane'])}`,
      around: ['to {} today', 'ship it to {}, please', 'Address: {}.'],
    },
    {
      value: () =>
        `${1 + int(900)} ${one(['N Main St', 'West 42nd Street', 'Church Hill Drive'])}, ${one(['Apt 4B', 'Unit 12'])}`,
      around: ['deliver to {}', 'I live at {}', 'address {}'],
    },
    { value: () => `P.O. Box ${nonZero(4)}`, around: ['send to {}', 'use {} instead', 'it is {}.'] },
    {
      value: () => one(['SW1A 1AA', 'M1 4BT', 'EC2V 7HN']),
      around: ['postcode {}', 'London {}', 'it is {} I think'],
    },
  ],
  waybill: [
    {
      value: () => `1Z${one(['999AA1', '12345E'])}${digits(10)}`,
      around: ['UPS {}', 'tracking {}', 'parcel {} is late'],
    },
    { value: () => nonZero(12), around: ['FedEx {}', 'tracking number {}', 'it is {}'] },
    { value: () => `9400${digits(18)}`, around: ['USPS {}', 'Tracking: {}', '{} shows nothing'] },
    { value: () => `R${one(['A', 'R'])}${digits(9)}GB`, around: ['Royal Mail {}', 'track {}', 'number {}.'] },
  ],
  order: [
    {
      value: () => `${nonZero(3)}-${nonZero(7)}-${nonZero(7)}`,
      around: ['order {}', 'Order #{}', 'your order {} left today'],
    },
    { value: () => nonZero(8), around: ['order {}', 'Order number: {}', 'order no. {}'] },
    { value: () => nonZero(5), around: ['order #{}', 'Order number {}', 'order no. {}'] },
    { value: () => `AB-${nonZero(6)}`, around: ['order {}', 'Order ID: {}', 'order number {}'] },
  ],
  plate: [
    {
      value: () => `${one(['AB12 CDE', 'KX19 ZTR'])}`,
      around: ['plate {}', 'the van is {}, silver', 'registration {}'],
    },
  ],
  account: [
    {
      value: () => `${one(['jane_', 'tom.', 'shop'])}${digits(3)}`,
      around: ['WeChat ID: {}', 'LINE ID {}', 'my Telegram is {}'],
    },
    {
      value: () => `@${one(['jane', 'bob'])}_${digits(3)}`,
      around: ['Instagram {}', 'Telegram: {}', 'Insta {}'],
    },
  ],
  name: [
    {
      value: () => `${one(['Jane', 'Tom', 'Maria'])} ${one(["O'Neill", 'Doe', 'Garcia-Lopez'])}`,
      around: ['Name: {}', 'Recipient: {}, thanks', 'the name is {}'],
    },
    {
      value: () => one(['Kumar', 'Whitfield', 'Sanders']),
      around: ['Mr. {} called', 'Dear Ms {}', 'thank you, Mrs. {}'],
    },
  ],
};

const ROUNDS = 2;

export const MASK_CASES: readonly MaskCase[] = (
  [
    ['zh-Hans', HANS],
    ['zh-Hant', HANT],
    ['en', EN],
  ] as const
).flatMap(([language, table]) =>
  Object.entries(table).flatMap(([kind, rows]) =>
    rows.flatMap(({ value, around }) =>
      Array.from({ length: ROUNDS }, () =>
        around.map((sentence) => {
          const secret = value();
          return { kind, language, secret, text: sentence.replace('{}', () => secret) };
        }),
      ).flat(),
    ),
  ),
);

const CLEAN_TABLES: readonly { text: string; of: readonly (readonly string[])[] }[] = [
  {
    text: '您好，{}给您{}，{}哦',
    of: [
      ['马上', '今天', '3小时内', '明天18:00前', '48小时内'],
      ['补发2件', '退30元', '核实一下', '换成XL码', '申请15%的补偿'],
      ['放心', '请稍等', '麻烦您了', '一共299元', '共3个包裹'],
    ],
  },
  {
    text: '{}真的很抱歉，{}，{}',
    of: [
      ['让您久等了', '发错了颜色', '少发了2样', '价格从168降到了79'],
      ['我们6月15日前补寄', '差价10元退给您', '您可以选退货或换货', '型号A100和A200发混了'],
      ['谢谢您告诉我们', '满200减30的券也送您', '由您决定'],
    ],
  },
  {
    text: '{}，{}，{}',
    of: [
      ['不好意思讓您等', '感謝您的耐心', '這次是我們寄錯'],
      ['3天內到貨', '退您150元', '2盒都換新的', '週三前給您答覆'],
      ['請放心', '再麻煩您看一下', '運費我們出'],
    ],
  },
  {
    text: '{} {} {}',
    of: [
      [
        'We are so sorry about this.',
        'Thank you for telling us.',
        'You got extra anyway.',
        'Calm down please.',
      ],
      [
        'I will refund the 10.50 difference',
        'We ship 2 of 3 items',
        'Your size 42 is back',
        'It takes 24 to 48 hours',
      ],
      ['before 6 pm today.', 'within 14 days.', 'and the choice is yours.', 'at no cost, 100% free.'],
    ],
  },
  {
    text: '{}',
    of: [
      [
        '第123456号不是订单',
        '路上小心，3号见',
        '这条路线5号车可以到',
        '姓名可以不填',
        '收件人您自己改一下就行',
        '微信支付也可以的',
        'QQ糖还有货吗',
        '名字叫起来很好听',
        '您的地址没问题',
        '电话打不通',
        '一段时间后再看',
        '街上都在卖这一款',
        '2026年1月31日到期',
        '尺寸是120x80x45厘米',
        '重量12.5公斤，3层包装',
        '型号是XPS13和T14s',
        '每层楼都有电梯',
        '線上客服24小時都在',
        '這個月15號前都算',
        '走路5分鐘就到門市',
        '我幫您看一下訂單狀態',
        '名字寫錯沒關係',
        'The street price is 20 less.',
        'Please name the colour you want.',
        'Order two and get one free.',
        'Track it in the app any time.',
        'The card was declined, sorry.',
        'Our address book is up to date.',
        'Line 3 of the manual explains it.',
        'I road-tested 5 of these.',
        'Model AB-200 fits, AB-300 does not.',
        'It is 5 to 10 working days.',
        'Version 2.10.3 of the app fixes it.',
        'You paid 168, now it is 79.',
        '12 Monkeys is out of stock.',
        'Valid until 2026-01-31.',
        '活动到2026-02-14为止',
        '您知道15号之前都可以退',
        '名字叫什么都行',
        '联系人是谁都没关系',
        '我们在线的时间是9:00-18:00',
        'WeChat friends like it too.',
        '价格区间5000-6000元',
        '一共12345.50元',
        'Mr and Mrs mugs are back.',
        '1栋房子的拼图，500片',
      ],
    ],
  },
];

const expanded = (text: string, of: readonly (readonly string[])[]): string[] =>
  of.reduce<string[]>(
    (texts, words) => texts.flatMap((it) => words.map((word) => it.replace('{}', () => word))),
    [text],
  );

/** Messages with nothing personal in them; they must come out as they went in. */
export const CLEAN_TEXTS: readonly string[] = CLEAN_TABLES.flatMap(({ text, of }) => expanded(text, of));
